import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'tenant-list:import': ['administrator', 'coordinator'],
} as const satisfies Holders
