import type { NavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation = {
  to: '/referrals',
  label: { nl: 'Doorverwezen', en: 'Referrals' },
  icon: 'forward',
  permission: 'referral:read',
  pathsBelow: ['/agencies'],
} as const satisfies NavigationEntry
