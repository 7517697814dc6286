/** The parts of a list of promises, in its order. */
export const dueGroups = ['late', 'today', 'this-week', 'later'] as const
export type DueGroup = (typeof dueGroups)[number]
