import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { requestCheckIn } from './check-import.server.ts'
import { enqueueNow } from './enqueue-now.server.ts'

export type DeceasedAnswers = {
  /** Tenant numbers of those who were asked about. */
  asked: readonly string[]
  /** Who of them died; the others live. */
  deceased: readonly string[]
}

/**
 * Keeps what somebody says of tenants who seem to have died by this list, for this list and for the next that says the
 * same of them, and has the list checked again.
 */
export async function answerDeceased(
  scope: CorporationScope,
  importId: string,
  { asked, deceased }: DeceasedAnswers,
): Promise<{ ok: true } | { ok: false; reason: 'not-in-this-state' }> {
  const isAnswered = await inScopeSql(scope, async (tx) => {
    const answered = await tx.sql(sql`
      INSERT INTO deceased_answer (corporation_id, number, mark, is_deceased, account_id)
      SELECT DISTINCT ON (s.number, w->>'value') s.corporation_id, s.number, w->>'value',
        s.number = ANY(${[...deceased]}::text[]), ${scope.accountId}::uuid
      FROM tenant_import_row s, jsonb_array_elements(s.warnings) w
      WHERE s.corporation_id = ${scope.corporationId}::int AND s.import_id = ${importId}::uuid AND s.number = ANY(${[...asked]}::text[])
        AND s.outcome IN ('new', 'changed', 'unchanged') AND w->>'code' = 'seems-deceased'
      ON CONFLICT (corporation_id, number, mark) DO UPDATE
        SET is_deceased = EXCLUDED.is_deceased, account_id = EXCLUDED.account_id, at = now()
      RETURNING 1`)
    if (!(await requestCheckIn(tx, scope, importId))) throw new NotInThisState()
    const details = { asked: answered.length, deceased: deceased.length }
    await recordAudit(tx, scope, {
      action: 'tenant-list:deceased-answered',
      subject: 'tenant-import',
      subjectId: importId,
      details,
    })
    return true
  }).catch((error: unknown) => {
    if (error instanceof NotInThisState) return false
    throw error
  })
  if (!isAnswered) return { ok: false, reason: 'not-in-this-state' }
  await enqueueNow({ kind: 'check', corporationId: scope.corporationId, importId })
  return { ok: true }
}

/** Thrown, so that no answer is kept of a list that is already further. */
class NotInThisState extends Error {}

/** Lays the answers of earlier over the staged rows: who was asked about is not asked about again. */
export async function settleAnswered(tx: SqlTx, corporationId: number) {
  await tx.sql(sql`
    UPDATE listed_row s SET is_deceased = a.is_deceased,
      warnings = (SELECT jsonb_agg(w) FROM jsonb_array_elements(s.warnings) w WHERE w->>'code' <> 'seems-deceased')
    FROM deceased_answer a
    WHERE a.corporation_id = ${corporationId}::int AND a.number = s.number AND EXISTS (
      SELECT FROM jsonb_array_elements(s.warnings) w WHERE w->>'code' = 'seems-deceased' AND w->>'value' = a.mark)`)
}
