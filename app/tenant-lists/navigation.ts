import type { NavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation = {
  to: '/imports',
  label: { nl: 'Inlezen', en: 'Imports' },
  icon: 'upload',
  permission: 'tenant-list:import',
} as const satisfies NavigationEntry
