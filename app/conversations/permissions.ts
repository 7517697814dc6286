import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'conversation:read': ['coordinator'],
  /** Their own, for a day; who reads them all corrects them all. */
  'conversation:correct': ['coordinator', 'caller'],
  'conversation:add': ['coordinator'],
  'urgent:close': ['coordinator'],
} as const satisfies Holders
