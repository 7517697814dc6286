export const nl = {
  undo: 'Ongedaan maken',
  withSelected: 'Met wat u aanvinkt:',
  show: 'Toon',
  filters: (chosen: number) => (chosen > 0 ? `Filters (${chosen})` : 'Filters'),
  order: 'Volgorde',
  ownOrder: 'Gewone volgorde',
  ascending: (column: string) => `${column}, oplopend`,
  descending: (column: string) => `${column}, aflopend`,
}
