import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'tenant:read': ['coordinator'],
  /** Arrears and nuisance. */
  'tenant:read-circumstances': ['coordinator'],
} as const satisfies Holders
