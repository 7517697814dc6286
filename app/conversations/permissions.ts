import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'conversation:read': ['coordinator'],
  'conversation:add': ['coordinator'],
  'urgent:close': ['coordinator'],
} as const satisfies Holders
