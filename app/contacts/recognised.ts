/** What is known of who has the number that rings, to be seen before it is picked up. */
export type Recognised = {
  is: 'certain' | 'possible' | 'new' | 'hidden'
  /** Only when it is certain. */
  name?: string
  /** ISO 639-1, when it is not Dutch. */
  language?: string
  /** What must be known before speaking with them: hard of hearing. */
  attention?: string
}

export const recognisedColumn = (rowId: string) => ({ table: 'desk_contact', column: 'caller_sealed', rowId })
