/** Why a number that was rung is never offered for this tenant again. */
export const strikeReasons = ['wrong-number', 'out-of-service'] as const
export type StrikeReason = (typeof strikeReasons)[number]

/** What a call may tell of a tenant, with the column that keeps since when: it holds in every campaign and selection. */
export const reportedSinceColumns = {
  objected: 'objected_at',
  moved: 'reported_moved_at',
  deceased: 'reported_deceased_at',
} as const
export type ReportedStatus = keyof typeof reportedSinceColumns

/** What a coordinator has to know of a tenant, and sees until one of them has looked. */
export const reportKinds = ['deceased', 'moved', 'objected', 'worry'] as const
export type ReportKind = (typeof reportKinds)[number]
/** Those that hold for the tenant everywhere, and can be taken back. */
export const statusKinds = ['deceased', 'moved', 'objected'] as const satisfies (ReportKind & ReportedStatus)[]
