import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  night: {
    name: 'Nacht',
    did: { exported: 'als bestand gehaald' },
  },
}

export const en: Catalogue<typeof nl> = {
  night: {
    name: 'Night',
    did: { exported: 'taken as a file' },
  },
}
