/** What applying a list would do with one of its rows; `gone` are tenants who are not in it. */
export const rowOutcomes = ['new', 'changed', 'unchanged', 'duplicate', 'rejected', 'gone'] as const
/** The same for the home of a row, told on one row of each home. */
export const homeOutcomes = ['new', 'changed'] as const

/** What a list did, kept so that it can be undone: to what, and how. `new` only stands here when it was left alone. */
export const changedSubjects = ['tenant', 'home', 'circumstance'] as const
export const changeKinds = ['new', 'changed', 'gone', 'returned', 'added'] as const
/** Why undoing a list left one as it is. */
export const leftAloneReasons = ['changed-since', 'in-use'] as const
