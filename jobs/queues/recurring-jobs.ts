export const recurringQueue = 'recurring'
/** Its name in an earlier version: what an installation still has under it is taken away at the start. */
export const formerRecurringQueue = 'housekeeping'

/** What the house does by itself, for every corporation. */
export const recurringJobs = [
  'chain-audit',
  'sweep-leases',
  'sweep-desks',
  'pass-on-orphans',
  'requeue-imports',
  'keep-campaign-days',
  'remove-old-uploads',
  'delete-expired-keys',
  'remove-old-drafts',
  'remove-old-warnings',
  'anonymise-contacts',
  'remove-old-events',
  'sweep-silent-calls',
  'print-papers',
  'make-due-backup',
] as const
export type RecurringJob = (typeof recurringJobs)[number]
export const isRecurringJob = (name: string): name is RecurringJob =>
  (recurringJobs as readonly string[]).includes(name)
