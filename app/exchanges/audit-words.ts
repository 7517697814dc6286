import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  exchange: {
    name: 'Telefooncentrale',
    did: {
      added: 'toegevoegd',
      changed: 'gewijzigd',
      ended: 'gestopt',
      'secret-changed': 'nieuw geheim gemaakt',
      'former-secret-ended': 'oude geheim gestopt',
      'number-added': 'nummer toegevoegd',
      'number-removed': 'nummer weggehaald',
      'call-assigned': 'oproep bij een corporatie gezet',
      'event-refused': 'bericht geweigerd',
      'event-unreadable': 'bericht niet te lezen',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  exchange: {
    name: 'Telephone exchange',
    did: {
      added: 'added',
      changed: 'changed',
      ended: 'ended',
      'secret-changed': 'new secret made',
      'former-secret-ended': 'former secret ended',
      'number-added': 'number added',
      'number-removed': 'number removed',
      'call-assigned': 'call given to a corporation',
      'event-refused': 'message refused',
      'event-unreadable': 'message not readable',
    },
  },
}
