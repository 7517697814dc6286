import type { Place } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { Folded } from './fold-run.ts'
import type { TriageKind } from './kinds.ts'
import type { Protocol } from './protocol.ts'
import type { Entry } from './run.ts'

/** An entry as it is shown: by whom, and what was typed or read out with it. */
export type KeptEntry = Entry & { id: string; who: string | null; words: string }

/**
 * A run with all that was written of it and what it is judged on for ever: a version that the corporation published, or
 * (`version` null) the base there was when it began.
 */
export type KeptRun = Folded & {
  id: string
  contactId: string
  kind: TriageKind
  version: number | null
  startedAt: Date
  starter: string | null
  overrider: string | null
  replacedAt: Date | null
  protocol: Protocol
  entries: KeptEntry[]
}

type Row = Omit<KeptRun, 'entries'>
type EntryRow = Omit<KeptEntry, 'words'> & { runId: string; wordsSealed: Uint8Array | null }

export const wordsColumn = (rowId: string) => ({ table: 'triage_entry', column: 'words_sealed', rowId })

/** What a contact was judged on, the one that holds first; those that were replaced after it, the last first. */
export async function readRuns(tx: SqlRunner, { corporationId }: Place, contactId: string): Promise<KeptRun[]> {
  const rows = await tx.sql<Row>(sql`
    SELECT r.id, r.contact_id AS "contactId", r.kind, r.version, coalesce(v.body, s.body) AS protocol, r.started_at AS "startedAt", a.name AS starter,
      r.replaced_at AS "replacedAt", r.answers, r.circumstances, r.verdict, r.judged_at AS "judgedAt", r.override,
      r.overridden_by AS "overriddenBy", b.name AS overrider, r.read_back_at AS "readBackAt", r.ring_back_at AS "ringBackAt", r.rung_back_at AS "rungBackAt"
    FROM triage_run r LEFT JOIN account a ON a.id = r.started_by LEFT JOIN account b ON b.id = r.overridden_by
    LEFT JOIN protocol_version v ON v.corporation_id = r.corporation_id AND v.kind = r.kind AND v.number = r.version
    LEFT JOIN base_protocol s ON s.hash = r.base_hash
    WHERE r.corporation_id = ${corporationId}::int AND r.contact_id = ${contactId}::uuid
    ORDER BY r.replaced_at IS NOT NULL, r.started_at DESC, r.id DESC`)
  const entries = await readEntries(tx, corporationId, rows)
  return rows.map((row) => ({ ...row, entries: entries.get(row.id) ?? [] }))
}

/** The one that holds; null when there is none. */
export const currentRun = (runs: readonly KeptRun[]): KeptRun | null =>
  runs.find(({ replacedAt }) => replacedAt === null) ?? null

async function readEntries(tx: SqlRunner, corporationId: number, runs: readonly { id: string }[]) {
  const byRun = new Map<string, KeptEntry[]>()
  if (runs.length === 0) return byRun
  const rows = await tx.sql<EntryRow>(sql`
    SELECT e.id, e.run_id AS "runId", e.at, e.account_id AS "accountId", a.name AS who, e.kind, e.details, e.words_sealed AS "wordsSealed"
    FROM triage_entry e LEFT JOIN account a ON a.id = e.account_id
    WHERE e.corporation_id = ${corporationId}::int AND e.run_id = ANY(${runs.map(({ id }) => id)}::uuid[]) ORDER BY e.at, e.id`)
  const sealer = rows.some(({ wordsSealed }) => wordsSealed) ? await sealerFor(tx, corporationId) : null
  for (const { runId, wordsSealed, ...row } of rows) {
    const words = wordsSealed && sealer ? sealer.open(wordsColumn(row.id), wordsSealed) : ''
    byRun.set(runId, [...(byRun.get(runId) ?? []), { ...row, words } as KeptEntry])
  }
  return byRun
}
