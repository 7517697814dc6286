import type { Catalogue } from '#app/ui/catalogue.ts'
import type { nl } from './words.nl.ts'

export const en: Catalogue<typeof nl> = {
  undo: 'Undo',
  withSelected: 'With those you tick:',
  show: 'Show',
  filters: (chosen) => (chosen > 0 ? `Filters (${chosen})` : 'Filters'),
  order: 'Order',
  ownOrder: 'Usual order',
  ascending: (column) => `${column}, ascending`,
  descending: (column) => `${column}, descending`,
}
