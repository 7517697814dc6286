import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'values:see': ['administrator', 'coordinator', 'contact-person'],
  'values:manage': ['administrator', 'coordinator'],
} as const satisfies Holders
