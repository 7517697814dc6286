import type { NavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation = {
  to: '/calls',
  label: { nl: 'Bellen', en: 'Calling' },
  icon: 'phone',
  permission: 'call:make',
  pathsBelow: ['/ring-backs'],
} as const satisfies NavigationEntry
