/** Where the sealed words of a referral stand. */
export const questionPlace = (rowId: string) => ({ table: 'referral', column: 'question_sealed', rowId })
