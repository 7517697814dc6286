import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  'reference-value': {
    name: 'Nummer of bedrag',
    did: {
      set: 'ingevuld',
      ended: 'geen eigen nummer of bedrag meer',
      'plan-removed': 'voornemen weggehaald',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  'reference-value': {
    name: 'Number or amount',
    did: {
      set: 'filled in',
      ended: 'no number or amount of its own any more',
      'plan-removed': 'plan taken away',
    },
  },
}
