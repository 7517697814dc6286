import type { NavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation = {
  to: '/gestures',
  label: { nl: 'Gebaren', en: 'Gestures' },
  icon: 'card',
  permission: 'gesture:read',
} as const satisfies NavigationEntry
