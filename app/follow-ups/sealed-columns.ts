/** Where the sealed words of a promise stand. */
export const promiseColumn = (rowId: string) => ({ table: 'follow_up', column: 'promise_sealed', rowId })
export const resultColumn = (rowId: string) => ({ table: 'follow_up', column: 'result_sealed', rowId })
