import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'paper:see': ['administrator', 'coordinator', 'contact-person'],
} as const satisfies Holders
