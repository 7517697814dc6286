export const nl = {
  withSelected: 'Met wat u aanvinkt:',
  show: 'Toon',
  order: 'Volgorde',
  ownOrder: 'Gewone volgorde',
  ascending: (column: string) => `${column}, oplopend`,
  descending: (column: string) => `${column}, aflopend`,
}
