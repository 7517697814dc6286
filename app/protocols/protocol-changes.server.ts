import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { PartPlace } from './patch.ts'

/** A part of the protocol, the draft as a whole ({body, baseHash}, null when there was none), or the base it is made from. */
export type ChangePlace = PartPlace | 'draft' | 'base'
export type Change = { place: ChangePlace; before: unknown; after: unknown }
/** What was changed in one go: they have one moment. */
export type Step = { id: string; at: Date; by: string; changes: Change[] }

/** Writes what was changed in one go. */
export async function recordChanges(
  tx: SqlRunner,
  { corporationId, accountId }: CorporationScope,
  { kind, changes }: { kind: TriageKind; changes: readonly Change[] },
): Promise<void> {
  const rows = changes.map(({ place, before, after }) => ({ place, before, after }))
  await tx.sql(sql`
    INSERT INTO protocol_change (corporation_id, kind, place, before, after, changed_by, changed_at)
    SELECT ${corporationId}::int, ${kind}, place, before, after, ${accountId}::uuid, statement_timestamp()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS came (place text, before jsonb, after jsonb)`)
}

/** Of a protocol, newest first; `most` rows. */
export async function listSteps(
  tx: SqlRunner,
  { corporationId }: Pick<CorporationScope, 'corporationId'>,
  { kind, most = 400 }: { kind: TriageKind; most?: number },
): Promise<Step[]> {
  const rows = await tx.sql<Change & { id: string; at: Date; by: string }>(sql`
    SELECT id, place, before, after, changed_by AS by, changed_at AS at FROM protocol_change
    WHERE corporation_id = ${corporationId}::int AND kind = ${kind} ORDER BY id DESC LIMIT ${most}::int`)
  const steps: Step[] = []
  for (const { id, at, by, ...change } of rows) {
    const last = steps.at(-1)
    if (last && last.by === by && last.at.getTime() === at.getTime()) last.changes.push(change)
    else steps.push({ id, at, by, changes: [change] })
  }
  return steps
}
