/** Where the sealed words of a conversation stand. */
const columnOf = (column: string) => (rowId: string) => ({ table: 'conversation', column, rowId })

export const notesColumn = columnOf('notes_sealed')
export const spokeWithColumn = columnOf('spoke_with_sealed')
export const languageColumn = columnOf('language_sealed')
/** What stood there before it was corrected. */
type KeptColumn = 'notes_sealed' | 'urgent_sealed' | 'spoke_with_sealed' | 'language_sealed'
export const versionColumn = (column: KeptColumn) => (rowId: string) => ({
  table: 'conversation_version',
  column,
  rowId,
})
/** Who was rung at once. */
export const urgentColumn = columnOf('urgent_sealed')
export const urgentResultColumn = columnOf('urgent_result_sealed')
