import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'tenant:read': ['coordinator'],
  /** That somebody died, moved or objects: seeing it, saying it, taking it back. */
  'tenant:report': ['coordinator'],
  /** What they said themselves, for a day. */
  'report:take-back': ['coordinator', 'caller'],
  /** Arrears and nuisance. */
  'tenant:read-circumstances': ['coordinator'],
} as const satisfies Holders
