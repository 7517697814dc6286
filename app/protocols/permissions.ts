import type { Holders } from '#app/accounts/roles.ts'

/**
 * How callers are judged is written by the office. Whoever answers for the corporation to the desk says yes to its texts and
 * is the second person who publishes; what they would have otherwise, somebody of the office writes.
 */
export const permissions = {
  'protocol:see': ['administrator', 'coordinator', 'contact-person'],
  'protocol:edit': ['administrator', 'coordinator'],
  'protocol:approve': ['administrator', 'coordinator', 'contact-person'],
  'protocol:publish': ['administrator', 'coordinator', 'contact-person'],
} as const satisfies Holders
