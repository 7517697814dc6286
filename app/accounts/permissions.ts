import { permissions as audit } from '#app/audit/permissions.ts'
import { permissions as calls } from '#app/calls/permissions.ts'
import { permissions as campaigns } from '#app/campaigns/permissions.ts'
import { permissions as conversations } from '#app/conversations/permissions.ts'
import { permissions as followUps } from '#app/follow-ups/permissions.ts'
import { permissions as gestures } from '#app/gestures/permissions.ts'
import { permissions as lines } from '#app/lines/permissions.ts'
import { permissions as nights } from '#app/nights/permissions.ts'
import { permissions as papers } from '#app/papers/permissions.ts'
import { permissions as protocols } from '#app/protocols/permissions.ts'
import { permissions as referenceValues } from '#app/reference-values/permissions.ts'
import { permissions as referrals } from '#app/referrals/permissions.ts'
import { permissions as segments } from '#app/segments/permissions.ts'
import { permissions as tenantLists } from '#app/tenant-lists/permissions.ts'
import { permissions as tenants } from '#app/tenants/permissions.ts'
import { permissions as today } from '#app/today/permissions.ts'
import type { Holders, Role } from './roles.ts'

/** Who may do what: the one table, of what each module says. Buttons and routes read it alike. */
const holders = {
  'corporation:manage': ['administrator', 'coordinator'],
  'account:manage': ['administrator'],
  ...audit,
  ...lines,
  ...tenants,
  ...referenceValues,
  ...conversations,
  ...tenantLists,
  ...segments,
  ...followUps,
  ...referrals,
  ...gestures,
  ...campaigns,
  ...calls,
  ...protocols,
  ...nights,
  ...papers,
  ...today,
} as const satisfies Holders

export type Permission = keyof typeof holders
/** @internal Tests go through them all. */
export const permissions = Object.keys(holders) as Permission[]

export function can(who: Role | { role: Role }, permission: Permission): boolean {
  const role = typeof who === 'string' ? who : who.role
  return (holders[permission] as readonly Role[]).includes(role)
}
