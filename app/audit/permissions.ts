import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'audit:read': ['administrator'],
} as const satisfies Holders
