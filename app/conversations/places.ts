/** Where the sealed words of a conversation stand. */
const place = (column: string) => (rowId: string) => ({ table: 'conversation', column, rowId })

export const notesPlace = place('notes_sealed')
/** Who was rung at once. */
export const urgentPlace = place('urgent_sealed')
export const urgentResultPlace = place('urgent_result_sealed')
