import type { NavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation = {
  to: '/follow-ups',
  label: { nl: 'Opvolging', en: 'Follow-ups' },
  icon: 'check',
  permission: 'follow-up:read',
} as const satisfies NavigationEntry
