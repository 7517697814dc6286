/** Where the sealed words of a gesture stand. */
export const textColumn = (rowId: string) => ({ table: 'gesture', column: 'text_sealed', rowId })
