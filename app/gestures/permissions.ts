import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'gesture:read': ['coordinator'],
  'gesture:decide': ['coordinator'],
} as const satisfies Holders
