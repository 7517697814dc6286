import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  desk: {
    name: 'Meldkamer',
    did: {
      added: 'toegevoegd',
      'let-serve': 'mag voor de corporatie werken',
      'contract-ended': 'werkt niet meer voor de corporatie',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  desk: {
    name: 'Desk',
    did: {
      added: 'added',
      'let-serve': 'may work for the corporation',
      'contract-ended': 'no longer works for the corporation',
    },
  },
}
