import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { TriageKind } from './kinds.ts'
import { pinOf, protocolInForce } from './protocol-in-force.server.ts'
import { currentRun, type KeptRun, readRuns } from './read-runs.server.ts'
import type { AtRun } from './write-entries.server.ts'

/**
 * Judges a contact on the protocol of a kind from now on; null: on none. The same kind again changes nothing. What it was
 * judged on before stays, replaced: that run, when there was one.
 */
export async function startRun(
  tx: SqlRunner,
  actor: AtRun,
  { contactId, kind }: { contactId: string; kind: TriageKind | null },
): Promise<KeptRun | null> {
  const before = currentRun(await readRuns(tx, actor, contactId))
  if (before && before.kind === kind) return null
  await tx.sql(sql`
    UPDATE triage_run SET replaced_at = clock_timestamp()
    WHERE corporation_id = ${actor.corporationId}::int AND contact_id = ${contactId}::uuid AND replaced_at IS NULL`)
  if (!kind) return before
  const { version, baseHash } = pinOf(await protocolInForce(tx, actor, kind))
  await tx.sql(sql`
    INSERT INTO triage_run (corporation_id, contact_id, kind, version, base_hash, started_by)
    VALUES (${actor.corporationId}::int, ${contactId}::uuid, ${kind}, ${version}::int, ${baseHash}, ${actor.accountId}::uuid)`)
  return before
}
