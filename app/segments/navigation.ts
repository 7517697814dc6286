import type { NavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation = {
  to: '/selection',
  label: { nl: 'Selectie', en: 'Selection' },
  icon: 'filter',
  permission: 'segment:use',
} as const satisfies NavigationEntry
