import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'follow-up:read': ['coordinator', 'caller'],
  'follow-up:read-all': ['coordinator'],
  'follow-up:write': ['coordinator', 'caller'],
} as const satisfies Holders
