import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  line: {
    name: 'Lijn',
    did: {
      added: 'toegevoegd',
      'hours-added': 'tijden toegevoegd',
      'hours-removed': 'tijden weggehaald',
      switched: 'met de hand geschakeld',
      'switched-back': 'schakeling beëindigd',
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
      switched: 'switched by hand',
      'switched-back': 'switch ended',
    },
  },
}
