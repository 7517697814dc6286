/** Where the sealed words of a promise stand. */
export const promisePlace = (rowId: string) => ({ table: 'follow_up', column: 'promise_sealed', rowId })
export const resultPlace = (rowId: string) => ({ table: 'follow_up', column: 'result_sealed', rowId })
