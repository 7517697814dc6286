import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'call:make': ['coordinator', 'caller'],
} as const satisfies Holders
