import type { NavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation = {
  to: '/',
  label: { nl: 'Vandaag', en: 'Today' },
  icon: 'clock',
  permission: 'today:see',
} as const satisfies NavigationEntry
