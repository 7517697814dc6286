import type { DeskNavigationEntry } from '#app/accounts/navigation-entry.ts'

export const navigation: DeskNavigationEntry = {
  to: '/queue',
  label: { nl: 'Wachtrij', en: 'Queue' },
  icon: 'phone',
  permission: 'contact:see',
  pathsBelow: ['/wallboard', '/contacts'],
}
