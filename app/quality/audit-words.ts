import type { Catalogue } from '#app/ui/catalogue.ts'

export const nl = {
  'protocol-suggestion': {
    name: 'Voorstel voor een protocol',
    did: { made: 'gedaan door de meldkamer', settled: 'afgehandeld', reopened: 'weer open gezet' },
  },
  'protocol-figures': { name: 'Cijfers van protocollen', did: { exported: 'als bestand opgehaald' } },
}

export const en: Catalogue<typeof nl> = {
  'protocol-suggestion': {
    name: 'Suggestion for a protocol',
    did: { made: 'made by the desk', settled: 'settled', reopened: 'opened again' },
  },
  'protocol-figures': { name: 'Figures of protocols', did: { exported: 'taken as a file' } },
}
