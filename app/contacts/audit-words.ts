import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  contact: {
    name: 'Melding',
    did: {
      opened: 'geopend',
      claimed: 'opgenomen',
      resumed: 'weer opgepakt',
      released: 'teruggelegd',
      'lease-lapsed': 'teruggelegd: het scherm was weg',
      'taken-over': 'overgenomen van een collega',
      'handed-over': 'overgedragen aan een collega',
      'caller-chosen': 'gekoppeld aan een huurder of woning',
      'people-shown': 'huurders getoond',
      saved: 'vastgelegd',
      closed: 'afgesloten',
      reopened: 'heropend',
      anonymised: 'geanonimiseerd',
      'draft-discarded': 'niet-opgeslagen tekst weggegooid',
      acknowledged: 'gezien en opgepakt',
      'acknowledgement-undone': 'toch niet opgepakt',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  contact: {
    name: 'Contact',
    did: {
      opened: 'opened',
      claimed: 'taken',
      resumed: 'taken up again',
      released: 'given back',
      'lease-lapsed': 'given back: the screen was gone',
      'taken-over': 'taken over from a colleague',
      'handed-over': 'handed over to a colleague',
      'caller-chosen': 'linked to a tenant or home',
      'people-shown': 'tenants shown',
      saved: 'written down',
      closed: 'closed',
      reopened: 'opened again',
      anonymised: 'anonymised',
      'draft-discarded': 'unsaved text thrown away',
      acknowledged: 'seen and taken up',
      'acknowledgement-undone': 'not taken up after all',
    },
  },
}
