import type { Holders } from '#app/accounts/roles.ts'

export const permissions = {
  'segment:use': ['coordinator'],
  'segment:use-circumstances': ['coordinator'],
} as const satisfies Holders
