import type { DeskNavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation: DeskNavigationEntry = {
  to: '/papers',
  label: { nl: 'Protocollen', en: 'Protocols' },
  icon: 'list',
  permission: 'contact:see',
}
