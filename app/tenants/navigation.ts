import type { NavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation = {
  to: '/tenants',
  label: { nl: 'Huurders', en: 'Tenants' },
  icon: 'people',
  permission: 'tenant:read',
  pathsBelow: ['/corrections', '/warnings'],
} as const satisfies NavigationEntry
