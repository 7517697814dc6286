import type { NavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation = {
  to: '/lines',
  label: { nl: 'Lijnen', en: 'Lines' },
  icon: 'phone',
  permission: 'line:see',
} as const satisfies NavigationEntry
