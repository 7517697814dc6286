import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'conversation:read': ['coordinator'],
  'urgent:close': ['coordinator'],
} as const satisfies Holders
