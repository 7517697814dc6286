import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  segment: {
    name: 'Bewaarde selectie',
    did: {
      deleted: 'weggehaald',
      'names-viewed': 'namen bekeken',
      renamed: 'andere naam',
      saved: 'bewaard',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  segment: {
    name: 'Saved selection',
    did: {
      deleted: 'deleted',
      'names-viewed': 'names viewed',
      renamed: 'renamed',
      saved: 'saved',
    },
  },
}
