/** Where the sealed words of a referral stand. */
export const questionColumn = (rowId: string) => ({ table: 'referral', column: 'question_sealed', rowId })
