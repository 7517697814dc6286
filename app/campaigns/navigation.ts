import type { NavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation = {
  to: '/campaigns',
  label: { nl: 'Belacties', en: 'Call rounds' },
  icon: 'list',
  permission: 'campaign:read',
} as const satisfies NavigationEntry
