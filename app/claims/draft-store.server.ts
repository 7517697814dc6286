import type { Place } from '#app/core/scope.server.ts'
import { rawSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { DraftFields } from './draft-fields.ts'

type Writer = Place & { accountId: string }

/**
 * A table of texts that were never sent: one for a person and what it is about, which `column` points at. `keepable` takes
 * out what may not be kept; `joined` puts two texts about the same after one another.
 */
export type DraftPlace = {
  table: string
  column: string
  keepable: (draftFields: DraftFields) => DraftFields
  joined: (own: DraftFields, other: DraftFields) => DraftFields
}
export type DraftSpot = { place: DraftPlace; id: string }

export type Draft = { draftFields: DraftFields; savedAt: string }
/**
 * Where a text comes from. `key` is that of the save its form will send, or sent; `basedOn` is when the text that the form
 * began with or kept last was kept: an ISO moment, null for none, undefined when nobody can tell.
 */
export type Opening = { key?: string; basedOn?: string | null }
/** `isLeaving`: nobody will be there to choose between two texts. */
export type TextToKeep = Opening & { draftFields: DraftFields; isLeaving?: boolean }
/** A text of another screen is there, which this one does not know: nothing was kept over it. */
export type OtherText = { ok: false; reason: 'other-text'; other: Draft }
export type TextKept = { ok: true; savedAt: string } | OtherText

/**
 * Inside a transaction. A text of another opening of the form is never kept over: who typed gets to see it and chooses.
 * Who leaves, or comes from a form that does not say what it began with, has both kept, one after the other.
 */
export async function keepText(
  tx: SqlRunner,
  writer: Writer,
  { spot, text }: { spot: DraftSpot; text: TextToKeep },
): Promise<TextKept> {
  const kept = await keepOver(tx, writer, { spot, text, isOurs: isOf(text) })
  if (kept) return { ok: true, savedAt: kept }
  await tx.sql(sql`SELECT FROM ${ownText(writer, spot)} FOR NO KEY UPDATE`)
  const other = await findText(tx, writer, spot)
  if (!other) throw new Error('A text was not kept and no other stands in its way.')
  const draftFields = spot.place.keepable(text.draftFields)
  if (isSame(draftFields, other.draftFields)) return { ok: true, savedAt: other.savedAt }
  if (!text.isLeaving && text.basedOn !== undefined) return { ok: false, reason: 'other-text', other }
  const both = { draftFields: spot.place.joined(draftFields, other.draftFields) }
  const savedAt = await keepOver(tx, writer, { spot, text: both, isOurs: sql`true` })
  return { ok: false, reason: 'other-text', other: { ...both, savedAt: savedAt ?? other.savedAt } }
}

type Keeping = { spot: DraftSpot; text: TextToKeep; isOurs: SqlPart }

/** When it was kept, which is never the moment of another text; null where a text is that is not `isOurs`. */
async function keepOver(tx: SqlRunner, writer: Writer, { spot, text, isOurs }: Keeping): Promise<string | null> {
  const { place, id } = spot
  const [table, column] = [rawSql(place.table), rawSql(place.column)]
  const sealer = await sealerFor(tx, writer.corporationId)
  const sealed = sealer.seal(sealedColumn(writer, spot), JSON.stringify(place.keepable(text.draftFields)))
  const [kept] = await tx.sql<{ savedAt: Date }>(sql`
    INSERT INTO ${table} AS d (corporation_id, ${column}, account_id, sealed, form_key, saved_at)
    VALUES (${writer.corporationId}::int, ${id}::uuid, ${writer.accountId}::uuid, ${sealed}::bytea, ${text.key ?? null}::uuid, clock_timestamp())
    ON CONFLICT (corporation_id, ${column}, account_id) DO UPDATE SET sealed = excluded.sealed, form_key = excluded.form_key,
      saved_at = greatest(excluded.saved_at, d.saved_at + interval '1 millisecond')
    WHERE ${isOurs} RETURNING d.saved_at AS "savedAt"`)
  return kept ? kept.savedAt.toISOString() : null
}

/** Kept by this opening of the form, or by what it began with. */
const isOf = ({ key, basedOn }: Opening): SqlPart =>
  sql`(d.form_key = ${key ?? null}::uuid OR d.saved_at = ${basedOn ?? null}::timestamptz)`

const isSame = (one: DraftFields, other: DraftFields) => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
const inOrder = (fields: DraftFields) => Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))

export async function findText(tx: SqlRunner, writer: Writer, spot: DraftSpot): Promise<Draft | null> {
  const [found] = await tx.sql<{ sealed: Uint8Array; savedAt: Date }>(
    sql`SELECT d.sealed, d.saved_at AS "savedAt" FROM ${ownText(writer, spot)}`,
  )
  if (!found) return null
  const sealer = await sealerFor(tx, writer.corporationId)
  const draftFields = JSON.parse(sealer.open(sealedColumn(writer, spot), found.sealed)) as DraftFields
  return { draftFields, savedAt: found.savedAt.toISOString() }
}

/** After a save of `opening`, a text of another screen stays; without it, whatever was typed goes. Says whether one went. */
export async function removeText(
  tx: SqlRunner,
  writer: Writer,
  { spot, opening }: { spot: DraftSpot; opening?: Opening },
): Promise<boolean> {
  const isOurs = opening?.basedOn === undefined ? sql`true` : isOf(opening)
  const removed = await tx.sql(sql`DELETE FROM ${ownText(writer, spot)} AND ${isOurs} RETURNING 1 AS removed`)
  return removed.length > 0
}

/** Gives what somebody typed to a colleague; false, and nothing moves, while they have a text of their own about it. */
export async function moveText(tx: SqlRunner, from: Writer, { spot, to }: { spot: DraftSpot; to: string }) {
  const draft = await findText(tx, from, spot)
  if (!draft) return false
  const [table, column] = [rawSql(spot.place.table), rawSql(spot.place.column)]
  const sealer = await sealerFor(tx, from.corporationId)
  const sealed = sealer.seal(sealedColumn({ ...from, accountId: to }, spot), JSON.stringify(draft.draftFields))
  const moved = await tx.sql(sql`
    INSERT INTO ${table} (corporation_id, ${column}, account_id, sealed, saved_at, written_by)
    SELECT d.corporation_id, d.${column}, ${to}::uuid, ${sealed}::bytea, d.saved_at, coalesce(d.written_by, d.account_id)
    FROM ${ownText(from, spot)}
    ON CONFLICT (corporation_id, ${column}, account_id) DO NOTHING RETURNING 1 AS moved`)
  if (moved.length > 0) await removeText(tx, from, { spot })
  return moved.length > 0
}

// One text a person and thing: the seal binds it to both.
const sealedColumn = ({ accountId }: Writer, { place, id }: DraftSpot) => ({
  table: place.table,
  column: 'sealed',
  rowId: `${id}:${accountId}`,
})

/** To stand after FROM, as `d`. */
const ownText = ({ corporationId, accountId }: Writer, { place, id }: DraftSpot): SqlPart =>
  sql`${rawSql(place.table)} d WHERE d.corporation_id = ${corporationId}::int AND d.${rawSql(place.column)} = ${id}::uuid
    AND d.account_id = ${accountId}::uuid`
