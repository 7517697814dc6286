import type { NavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation = {
  to: '/lines',
  label: { nl: 'Lijnen', en: 'Lines' },
  icon: 'phone',
  permission: 'line:see',
  pathsBelow: ['/settings/values'],
} as const satisfies NavigationEntry
