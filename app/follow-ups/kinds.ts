/** What can be promised to a tenant. */
export const followUpKinds = ['call-back', 'visit', 'repair-report', 'other'] as const
export type FollowUpKind = (typeof followUpKinds)[number]
