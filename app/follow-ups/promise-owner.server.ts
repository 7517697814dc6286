import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'

/** The colleague asked to keep a promise or, when they have left meanwhile, the one who made it: it always has an owner. */
export const ownerOr = (scope: CorporationScope, ownerId: string, promisedBy: string): SqlPart => sql`COALESCE((
  SELECT account_id FROM membership
  WHERE corporation_id = ${scope.corporationId}::int AND account_id = ${ownerId}::uuid AND ended_at IS NULL), ${promisedBy}::uuid)`
