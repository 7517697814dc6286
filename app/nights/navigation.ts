import type { NavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation = {
  to: '/nights',
  label: { nl: 'De nacht', en: 'The night' },
  icon: 'moon',
  permission: 'night:see',
} as const satisfies NavigationEntry
