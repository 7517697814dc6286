import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'

/** Whose follow-ups somebody sees and closes: a caller their own, a coordinator all. One rule for lists, details and writes. */
export const visibleFollowUps = (actor: Actor): SqlPart =>
  can(actor, 'follow-up:read-all')
    ? sql`r.corporation_id = ${actor.corporationId}::int`
    : sql`r.corporation_id = ${actor.corporationId}::int AND r.owner_id = ${actor.accountId}::uuid`
