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
  'urgent-number': {
    name: 'Nummer voor spoed',
    did: {
      added: 'toegevoegd',
      changed: 'gewijzigd',
      moved: 'verplaatst',
      removed: 'verwijderd',
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
  'urgent-number': {
    name: 'Number for emergencies',
    did: {
      added: 'added',
      changed: 'changed',
      moved: 'moved',
      removed: 'removed',
    },
  },
}
