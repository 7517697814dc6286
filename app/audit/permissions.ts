import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'audit:read': ['administrator'],
  /** What was done with one tenant, and who looked. */
  'audit:read-of-tenant': ['administrator', 'coordinator'],
} as const satisfies Holders
