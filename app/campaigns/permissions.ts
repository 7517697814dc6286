import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'campaign:read': ['administrator', 'coordinator', 'reader'],
  'campaign:write': ['coordinator'],
  'campaign:launch': ['coordinator'],
  'campaign:export': ['coordinator'],
} as const satisfies Holders
