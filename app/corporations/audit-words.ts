import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  corporation: {
    name: 'Corporatie',
    did: {
      added: 'toegevoegd',
      changed: 'instellingen gewijzigd',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  corporation: {
    name: 'Corporation',
    did: {
      added: 'added',
      changed: 'settings changed',
    },
  },
}
