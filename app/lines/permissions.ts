import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'line:see': ['contact-person'],
  'line:manage': ['administrator', 'coordinator'],
} as const satisfies Holders
