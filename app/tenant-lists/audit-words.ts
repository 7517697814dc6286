import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  'tenant-list': {
    name: 'Huurderslijst',
    did: {
      'application-started': 'toepassen begonnen',
      applied: 'toegepast',
      'asks-again': 'vraagt opnieuw om een ja',
      cancelled: 'geannuleerd',
      checked: 'gecontroleerd',
      'columns-viewed': 'kolommen bekeken',
      'deceased-answered': 'gezegd wie is overleden',
      failed: 'niet gelukt',
      mapped: 'kolommen gekozen',
      'read-again': 'opnieuw gelezen',
      refused: 'geweigerd',
      'rejects-downloaded': 'afgekeurde rijen opgehaald',
      'rows-viewed': 'rijen bekeken',
      'undoing-started': 'ongedaan maken begonnen',
      undone: 'ongedaan gemaakt',
      uploaded: 'bestand gestuurd',
    },
  },
  'tenant-import': {
    name: 'Huurderslijst',
    did: {},
  },
}

export const en: Catalogue<typeof nl> = {
  'tenant-list': {
    name: 'Tenant list',
    did: {
      'application-started': 'application started',
      applied: 'applied',
      'asks-again': 'asks again',
      cancelled: 'cancelled',
      checked: 'checked',
      'columns-viewed': 'columns viewed',
      'deceased-answered': 'said who has died',
      failed: 'failed',
      mapped: 'mapped',
      'read-again': 'read again',
      refused: 'refused',
      'rejects-downloaded': 'rejects downloaded',
      'rows-viewed': 'rows viewed',
      'undoing-started': 'undoing started',
      undone: 'undone',
      uploaded: 'uploaded',
    },
  },
  'tenant-import': {
    name: 'Tenant list',
    did: {},
  },
}
