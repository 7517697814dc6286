import type { InHand } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { foldQuality } from './fold-quality.ts'
import { foldRun } from './fold-run.ts'
import { type KeptRun, wordsColumn } from './read-runs.server.ts'
import type { Entry, Written } from './run.ts'

/** Somebody of a desk with the corporation in hand, in the transaction of whoever holds the contact. */
export type AtRun = InHand & { accountId: string; name: string }

/** `words`: what somebody typed or read out with it; kept sealed. */
export type NewEntry = Written & { words?: string }

/** Adds to a run, in order, and gives its columns what all its entries come to. */
export async function writeEntries(
  tx: SqlRunner,
  actor: AtRun,
  { run, added }: { run: KeptRun; added: readonly NewEntry[] },
): Promise<KeptRun> {
  if (added.length === 0) return run
  const entries = [...run.entries]
  for (const entry of added) entries.push(await insert(tx, actor, { run, entry, after: entries.at(-1)?.at ?? null }))
  const folded = foldRun(entries)
  const quality = foldQuality(entries, folded.verdict, run.protocol)
  await tx.sql(sql`
    UPDATE triage_run SET answers = ${JSON.stringify(folded.answers)}::jsonb, circumstances = ${folded.circumstances}::text[],
      verdict = ${jsonOf(folded.verdict)}::jsonb, judged_at = ${folded.judgedAt}::timestamptz, override = ${jsonOf(folded.override)}::jsonb,
      overridden_by = ${folded.overriddenBy}::uuid, read_back_at = ${folded.readBackAt}::timestamptz,
      ring_back_at = ${folded.ringBackAt}::timestamptz, rung_back_at = ${folded.rungBackAt}::timestamptz,
      corrected = ${quality.corrected}::text[], read_back_corrected = ${quality.readBackCorrected}::boolean,
      safety_lines = ${quality.safetyLines}::int, safety_read = ${quality.safetyRead}::int
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${run.id}::uuid`)
  const overrider = folded.overriddenBy === run.overriddenBy ? run.overrider : actor.name
  return { ...run, ...folded, overrider, entries }
}

const jsonOf = (value: object | null) => (value === null ? null : JSON.stringify(value))

type Insertion = { run: KeptRun; entry: NewEntry; after: Date | null }

/** Never at the moment of the one before it: by their moments they are read in order. */
async function insert(tx: SqlRunner, actor: AtRun, { run, entry: { words = '', ...entry }, after }: Insertion) {
  const id = uuidV7()
  const sealed = words ? (await sealerFor(tx, actor.corporationId)).seal(wordsColumn(id), words) : null
  const [row] = await tx.sql<{ at: Date }>(sql`
    INSERT INTO triage_entry (corporation_id, id, run_id, account_id, kind, details, words_sealed, at)
    VALUES (${actor.corporationId}::int, ${id}::uuid, ${run.id}::uuid, ${actor.accountId}::uuid, ${entry.kind}, ${JSON.stringify(entry.details)}::jsonb,
      ${sealed}::bytea, greatest(clock_timestamp(), ${after}::timestamptz + interval '1 millisecond'))
    RETURNING at`)
  if (!row) throw new Error('An entry was not written.')
  return { ...(entry as Entry), id, at: row.at, accountId: actor.accountId, who: actor.name, words }
}
