import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  line: {
    name: 'Lijn',
    did: {
      added: 'toegevoegd',
      'hours-added': 'tijden toegevoegd',
      'hours-removed': 'tijden weggehaald',
      published: 'bladzijde voor huurders aangezet',
      switched: 'met de hand geschakeld',
      'switched-back': 'schakeling beëindigd',
      unpublished: 'bladzijde voor huurders uitgezet',
    },
  },
}

export const en: Catalogue<typeof nl> = {
  line: {
    name: 'Line',
    did: {
      added: 'added',
      'hours-added': 'hours added',
      'hours-removed': 'hours removed',
      published: 'page for tenants switched on',
      switched: 'switched by hand',
      'switched-back': 'switch ended',
      unpublished: 'page for tenants switched off',
    },
  },
}
