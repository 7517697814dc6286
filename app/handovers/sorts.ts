/** What can lie with somebody, in the order in which it is shown. */
export const sorts = ['homes', 'appointments', 'followUps', 'referrals', 'gestures', 'drafts'] as const
export type Sort = (typeof sorts)[number]
