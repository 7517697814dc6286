import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'night:see': ['coordinator', 'contact-person'],
  'night:acknowledge': ['coordinator', 'contact-person'],
} as const satisfies Holders
