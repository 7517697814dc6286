import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'today:see': ['administrator', 'coordinator', 'caller', 'reader'],
} as const satisfies Holders
