import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'

/** Those somebody keeps or promised, for `referral r`. */
export const ownReferrals = ({ accountId }: Actor): SqlPart =>
  sql`(r.owner_id = ${accountId}::uuid OR r.promised_by = ${accountId}::uuid)`

/** Whose referrals somebody sees: a caller their own, a coordinator all. */
export const visibleReferrals = (actor: Actor): SqlPart => {
  const here = sql`r.corporation_id = ${actor.corporationId}::int`
  return can(actor, 'referral:read-all') ? here : sql`${here} AND ${ownReferrals(actor)}`
}
