import type { NavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation = {
  to: '/protocols',
  label: { nl: 'Protocollen', en: 'Protocols' },
  icon: 'list',
  permission: 'protocol:see',
} as const satisfies NavigationEntry
