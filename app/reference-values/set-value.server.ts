import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { isFixed } from './value-keys.ts'
import type { OwnValue } from './values-at.ts'

export type ValueSet = { ok: true } | { ok: false; reason: 'in-the-past' | 'fixed' }

/**
 * From its date this holds for the corporation; `today` is the date in its zone. One that was planned for the same date makes
 * room; what has begun stays in the history.
 */
export function setValue(scope: CorporationScope, input: OwnValue, today: string): Promise<ValueSet> {
  return inScope(scope, async (tx): Promise<ValueSet> => {
    const { key, fromOn, value } = input
    if (isFixed(key)) return { ok: false, reason: 'fixed' }
    if (fromOn < today) return { ok: false, reason: 'in-the-past' }
    await tx.sql(sql`SELECT FROM corporation WHERE id = ${scope.corporationId}::int FOR NO KEY UPDATE`)
    if (await isSame(tx, scope, input)) return { ok: true }
    if (fromOn > today)
      await tx.sql(sql`
        DELETE FROM reference_value
        WHERE corporation_id = ${scope.corporationId}::int AND key = ${key} AND from_on = ${fromOn}::date`)
    await tx.sql(sql`
      INSERT INTO reference_value (corporation_id, key, from_on, value, set_by)
      VALUES (${scope.corporationId}::int, ${key}, ${fromOn}::date, ${value}, ${scope.accountId}::uuid)`)
    const action = value === null ? 'reference-value:ended' : 'reference-value:set'
    await recordAudit(tx, scope, { action, subject: 'reference-value', details: { key, from: fromOn } })
    return { ok: true }
  })
}

/** Sent twice it is there once. */
async function isSame(tx: Tx, { corporationId }: CorporationScope, { key, fromOn, value }: OwnValue) {
  const [last] = await tx.sql<{ value: string | null }>(sql`
    SELECT value FROM reference_value
    WHERE corporation_id = ${corporationId}::int AND key = ${key} AND from_on = ${fromOn}::date ORDER BY id DESC LIMIT 1`)
  return last !== undefined && last.value === value
}

/** Takes away what is planned for a later day than `today`, and gives it; null when it is gone, or holds already. */
export function removePlanned(scope: CorporationScope, id: string, today: string): Promise<OwnValue | null> {
  return inScope(scope, async (tx) => {
    const [gone] = await tx.sql<OwnValue>(sql`
      DELETE FROM reference_value
      WHERE corporation_id = ${scope.corporationId}::int AND id = ${id}::uuid AND from_on > ${today}::date
      RETURNING key, from_on::text AS "fromOn", value`)
    if (!gone) return null
    const details = { key: gone.key, from: gone.fromOn }
    await recordAudit(tx, scope, { action: 'reference-value:plan-removed', subject: 'reference-value', details })
    return gone
  })
}
