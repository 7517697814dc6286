import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'tenant:read': ['coordinator'],
  /** That somebody died, moved or objects: seeing it, saying it, taking it back. */
  'tenant:report': ['coordinator'],
  /** What they said themselves, for a day. */
  'report:take-back': ['coordinator', 'caller'],
  /** Saying that what tenants told us stands in the corporation's own system. */
  'correction:process': ['coordinator'],
  /** Warning whoever rings or goes to a home. */
  'home-warning:keep': ['coordinator'],
  /** Arrears and nuisance. */
  'tenant:read-circumstances': ['coordinator'],
} as const satisfies Holders
