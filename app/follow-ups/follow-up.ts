/** What can be promised to a tenant. */
export const followUpKinds = ['call-back', 'visit', 'repair-report', 'other'] as const
export type FollowUpKind = (typeof followUpKinds)[number]

export const followUpStates = ['open', 'done', 'cancelled'] as const
export type FollowUpState = (typeof followUpStates)[number]

/** The parts of a list of promises, in its order. */
export const dueGroups = ['late', 'today', 'this-week', 'later'] as const
export type DueGroup = (typeof dueGroups)[number]

/** Where the sealed words of a promise stand. */
export const promiseColumn = (rowId: string) => ({ table: 'follow_up', column: 'promise_sealed', rowId })
export const resultColumn = (rowId: string) => ({ table: 'follow_up', column: 'result_sealed', rowId })
