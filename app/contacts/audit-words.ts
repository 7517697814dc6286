import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  contact: {
    name: 'Melding',
    did: {
      claimed: 'opgenomen',
      resumed: 'weer opgepakt',
      released: 'teruggelegd',
      'lease-lapsed': 'teruggelegd: het scherm was weg',
      'taken-over': 'overgenomen van een collega',
      'draft-discarded': 'niet-opgeslagen tekst weggegooid',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  contact: {
    name: 'Contact',
    did: {
      claimed: 'taken',
      resumed: 'taken up again',
      released: 'given back',
      'lease-lapsed': 'given back: the screen was gone',
      'taken-over': 'taken over from a colleague',
      'draft-discarded': 'unsaved text thrown away',
    },
  },
}
