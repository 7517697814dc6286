import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  corporation: {
    name: 'Corporatie',
    did: {
      added: 'toegevoegd',
      changed: 'instellingen gewijzigd',
      'log-exported': 'logboek als bestand opgehaald',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  corporation: {
    name: 'Corporation',
    did: {
      added: 'added',
      changed: 'settings changed',
      'log-exported': 'audit log taken as a file',
    },
  },
}
