import { navigation as calls } from '#app/calls/navigation.ts'
import { navigation as campaigns } from '#app/campaigns/navigation.ts'
import { navigation as contacts } from '#app/contacts/navigation.ts'
import { navigation as followUps } from '#app/follow-ups/navigation.ts'
import { navigation as gestures } from '#app/gestures/navigation.ts'
import { navigation as lines } from '#app/lines/navigation.ts'
import { navigation as nights } from '#app/nights/navigation.ts'
import { navigation as papers } from '#app/papers/navigation.ts'
import { navigation as protocols } from '#app/protocols/navigation.ts'
import { navigation as referrals } from '#app/referrals/navigation.ts'
import { navigation as segments } from '#app/segments/navigation.ts'
import { navigation as tenantLists } from '#app/tenant-lists/navigation.ts'
import { navigation as tenants } from '#app/tenants/navigation.ts'
import { navigation as today } from '#app/today/navigation.ts'
import { canAtDesk } from './desk-permissions.ts'
import type { DeskNavigationEntry, NavigationEntry, Place } from './navigation-entry.ts'
import { can } from './permissions.ts'
import type { Who } from './roles.ts'

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
  nights,
  protocols,
  lines,
  tenants,
  segments,
  tenantLists,
  accounts,
]

const desk: DeskNavigationEntry = {
  to: '/desk',
  label: { nl: 'Meldkamer', en: 'Desk' },
  icon: 'people',
  permission: 'desk:see',
}

/** The same for whoever works for a desk. */
export const deskNavigation: readonly DeskNavigationEntry[] = [contacts, papers, desk]

/** Only the entries that somebody in this role may go to, where they work now. */
export const navigationFor = (who: Who): readonly Place[] =>
  who.as === 'member'
    ? navigation.filter(({ permission }) => can(who, permission))
    : deskNavigation.filter(({ permission }) => canAtDesk(who, permission))

const isUnder = (path: string, pathname: string) => pathname === path || pathname.startsWith(`${path}/`)

/** The first page of whoever comes in: `/`, unless their role has no business there. */
export const homeOf = (who: Who): string => navigationFor(who)[0]?.to ?? today.to

/** Under which entry a page stands, for its title: never the name of a person. */
export const entryAt = (pathname: string): Place =>
  [...navigation, ...deskNavigation].find(({ to, pathsBelow = [] }) =>
    [to, ...pathsBelow].some((path) => isUnder(path, pathname)),
  ) ?? today
