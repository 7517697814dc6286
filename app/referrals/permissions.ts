import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'referral:read': ['coordinator', 'caller'],
  'referral:read-all': ['coordinator'],
  'referral:write': ['coordinator', 'caller'],
  'agency:write': ['coordinator'],
} as const satisfies Holders
