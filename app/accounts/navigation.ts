import { navigation as calls } from '#app/calls/navigation.ts'
import { navigation as campaigns } from '#app/campaigns/navigation.ts'
import { navigation as followUps } from '#app/follow-ups/navigation.ts'
import { navigation as gestures } from '#app/gestures/navigation.ts'
import { navigation as referrals } from '#app/referrals/navigation.ts'
import { navigation as segments } from '#app/segments/navigation.ts'
import { navigation as tenantLists } from '#app/tenant-lists/navigation.ts'
import { navigation as tenants } from '#app/tenants/navigation.ts'
import { navigation as today } from '#app/today/navigation.ts'
import type { NavigationEntry } from './navigation-entry.ts'
import { can } from './permissions.ts'
import type { Role } from './roles.ts'

const accounts: NavigationEntry = {
  to: '/accounts',
  label: { nl: 'Beheer', en: 'Administration' },
  icon: 'gear',
  permission: 'account:manage',
  pathsBelow: ['/audit', '/settings'],
}

/** In the order of the rail; on a phone the first four stand in the bar and the rest under "meer". */
export const navigation: readonly NavigationEntry[] = [
  today,
  calls,
  campaigns,
  followUps,
  referrals,
  gestures,
  tenants,
  segments,
  tenantLists,
  accounts,
]

/** Only the entries this role may go to. */
export const navigationFor = (role: Role) => navigation.filter(({ permission }) => can(role, permission))

const isUnder = (path: string, pathname: string) => pathname === path || pathname.startsWith(`${path}/`)

/** Under which entry a page stands, for its title: never the name of a person. */
export const entryAt = (pathname: string): NavigationEntry =>
  navigation.find(({ to, pathsBelow = [] }) => [to, ...pathsBelow].some((path) => isUnder(path, pathname))) ?? today
