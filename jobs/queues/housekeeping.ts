export const housekeepingQueue = 'housekeeping'

/** What the house does by itself, for every corporation. */
export const chores = [
  'chain-audit',
  'sweep-leases',
  'requeue-imports',
  'remove-old-uploads',
  'forget-old-keys',
] as const
export type Chore = (typeof chores)[number]
export const isChore = (name: string): name is Chore => (chores as readonly string[]).includes(name)
