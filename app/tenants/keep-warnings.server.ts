import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { addDays } from '#app/time/clock.ts'
import { addressColumns } from './addressee-columns.server.ts'
import { daysToReview, type HomeWarning, type WarningInput } from './home-warning.ts'
import { opened, warningReason } from './home-warnings.server.ts'
import type { Address } from './names.ts'

type Keeper = CorporationScope & { accountId: string }
type Day = { today: string }

/** Warns whoever rings or goes to a home, from `today` on. Gives the id; null when there is no such home. */
export function addWarning(
  scope: Keeper,
  homeId: string,
  { input, today }: Day & { input: WarningInput },
): Promise<string | null> {
  return inScope(scope, (tx) => insertWarning(tx, scope, { homeId, input, today }))
}

async function insertWarning(
  tx: SqlRunner,
  scope: Keeper,
  { homeId, input, today }: Day & { homeId: string; input: WarningInput },
): Promise<string | null> {
  const { corporationId, accountId } = scope
  const id = uuidV7()
  const sealed = (await sealerFor(tx, corporationId)).seal(warningReason(id), input.reason)
  const added = await tx.sql(sql`
    INSERT INTO home_warning (corporation_id, id, home_id, kind, reason_sealed, from_on, until_on, added_by)
    SELECT ${corporationId}::int, ${id}::uuid, h.id, ${input.kind}, ${sealed}::bytea, ${today}::date, ${input.until}::date, ${accountId}::uuid
    FROM home h WHERE h.corporation_id = ${corporationId}::int AND h.id = ${homeId}::uuid RETURNING 1`)
  if (added.length === 0) return null
  const details = { kind: input.kind, until: input.until, home: homeId }
  await recordAudit(tx, scope, { action: 'home_warning:added', subject: 'home_warning', subjectId: id, details })
  return id
}

/** Nobody is warned any more, from this moment. False when it had ended. */
export function endWarning(scope: Keeper, id: string, { today }: Day): Promise<boolean> {
  return inScope(scope, async (tx) => (await takeAway(tx, scope, { id, today })) !== null)
}

/** Somebody looked again, and it holds until another day: a new warning with the same words. False when it had ended. */
export function renewWarning(scope: Keeper, id: string, { today, until }: Day & { until: string }): Promise<boolean> {
  return inScope(scope, async (tx) => {
    const was = await takeAway(tx, scope, { id, today })
    if (!was) return false
    const { homeId, kind, reason } = was
    await insertWarning(tx, scope, { homeId, today, input: { kind, reason, until } })
    return true
  })
}

type Stored = HomeWarning & { homeId: string }

async function takeAway(tx: SqlRunner, scope: Keeper, { id, today }: Day & { id: string }): Promise<Stored | null> {
  const [row] = await tx.sql<Omit<Stored, 'reason'> & { sealed: Uint8Array }>(sql`
    UPDATE home_warning w SET ended_at = now(), ended_by = ${scope.accountId}::uuid
    WHERE w.corporation_id = ${scope.corporationId}::int AND w.id = ${id}::uuid AND w.ended_at IS NULL AND w.until_on >= ${today}::date
    RETURNING w.id, w.home_id AS "homeId", w.kind, w.from_on::text AS "from", w.until_on::text AS "until", w.reason_sealed AS sealed`)
  if (!row) return null
  await recordAudit(tx, scope, { action: 'home_warning:ended', subject: 'home_warning', subjectId: id })
  return opened(await sealerFor(tx, scope.corporationId), row)
}

/** `isSoon`: somebody has to look whether it still is so. */
export type WarningToReview = HomeWarning &
  Address & { homeId: string; tenantId: string | null; by: string; isSoon: boolean }

/** All that holds, what ends first in front. Whose homes they were is written down. */
export async function listWarnings(tx: Tx, scope: CorporationScope, { today }: Day): Promise<WarningToReview[]> {
  const { corporationId } = scope
  const rows = await tx.sql<Omit<WarningToReview, 'reason' | 'isSoon'> & { sealed: Uint8Array }>(sql`
    SELECT w.id, w.home_id AS "homeId", w.kind, w.from_on::text AS "from", w.until_on::text AS "until", w.reason_sealed AS sealed,
      coalesce(a.name, '') AS by, ${addressColumns},
      (SELECT t.id FROM tenant t WHERE t.corporation_id = w.corporation_id AND t.home_id = w.home_id ORDER BY t.birth_on, t.id LIMIT 1) AS "tenantId"
    FROM home_warning w
    JOIN home h ON h.corporation_id = w.corporation_id AND h.id = w.home_id
    LEFT JOIN account a ON a.id = w.added_by
    WHERE w.corporation_id = ${corporationId}::int AND w.ended_at IS NULL AND w.until_on >= ${today}::date
    ORDER BY w.until_on, w.id LIMIT 200`)
  const sealer = await sealerFor(tx, corporationId)
  if (rows.length > 0) {
    const details = { shown: rows.flatMap(({ tenantId }) => tenantId ?? []) }
    await recordAudit(tx, scope, { action: 'home_warning:viewed', subject: 'home_warning', details })
  }
  const soon = addDays(today, daysToReview)
  return rows.map((row) => ({ ...opened(sealer, row), isSoon: row.until <= soon }))
}

/** So long a warning that no longer holds is kept, so that somebody can say why it was given. */
const keptDays = 365

/** Takes away what has not held for a year. Gives how many. */
export function removeOldWarnings(scope: CorporationScope, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000)
  return inScope(scope, async (tx) => {
    const removed = await tx.sql(sql`
      DELETE FROM home_warning WHERE corporation_id = ${scope.corporationId}::int
        AND least(until_on::timestamptz, ended_at) < ${before}::timestamptz RETURNING 1`)
    return removed.length
  })
}
