import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  handover: {
    name: 'Overdracht',
    did: {
      made: 'gemaakt',
      seen: 'gezien',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  handover: {
    name: 'Handover',
    did: {
      made: 'made',
      seen: 'seen',
    },
  },
}
