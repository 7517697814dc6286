/** How somebody is doing, in the eyes of who spoke to them. Urgent: somebody must go and look now. */
export const wellbeings = ['good', 'watch', 'worry', 'urgent'] as const
export type Wellbeing = (typeof wellbeings)[number]
