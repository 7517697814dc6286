import { recordAudit } from '#app/audit/record-audit.server.ts'
import { idempotently } from '#app/core/idempotently.server.ts'
import { type CorporationScope, inScope, type Place } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'

/** Whom to ring when a tenant needs help at once. `phone` is E.164, or the digits of a short number such as 112. */
export type UrgentNumberInput = { name: string; phone: string; ringWhen: string; notes: string }
export type UrgentNumber = UrgentNumberInput & { id: string }
export type UrgentNumberSaved =
  | { ok: true; id: string }
  | { ok: false; reason: 'name-taken' | 'too-many' | 'not-found' }

/** More than these nobody reads while somebody needs help. */
export const mostUrgentNumbers = 12

/** In the order in which they are rung. */
export const listUrgentNumbers = (
  tx: SqlRunner,
  { corporationId }: Pick<Place, 'corporationId'>,
): Promise<UrgentNumber[]> =>
  tx.sql<UrgentNumber>(sql`
    SELECT id, name, phone, ring_when AS "ringWhen", notes FROM urgent_number
    WHERE corporation_id = ${corporationId}::int ORDER BY position, id`)

type Person = CorporationScope & { accountId: string }

/** The same key adds it once, however often it is sent. */
export const addUrgentNumber = (actor: Person, key: string, input: UrgentNumberInput): Promise<UrgentNumberSaved> =>
  inScope(actor, (tx) =>
    idempotently({ tx, scope: actor }, { key, operation: 'urgent-number:add' }, () =>
      insertUrgentNumber(tx, actor, input),
    ),
  )

/** At the end of the list. */
async function insertUrgentNumber(
  tx: SqlRunner,
  scope: CorporationScope,
  { name, phone, ringWhen, notes }: UrgentNumberInput,
): Promise<UrgentNumberSaved> {
  const numbers = await lockList(tx, scope)
  if (numbers.length >= mostUrgentNumbers) return { ok: false, reason: 'too-many' }
  if (numbers.some((other) => other.name === name)) return { ok: false, reason: 'name-taken' }
  const id = uuidV7()
  await tx.sql(sql`
    INSERT INTO urgent_number (corporation_id, id, position, name, phone, ring_when, notes)
    VALUES (${scope.corporationId}::int, ${id}::uuid,
      (SELECT coalesce(max(position), 0) + 1 FROM urgent_number WHERE corporation_id = ${scope.corporationId}::int),
      ${name}, ${phone}, ${ringWhen}, ${notes})`)
  await recordAudit(tx, scope, { action: 'urgent-number:added', subject: 'urgent-number', subjectId: id })
  return { ok: true, id }
}

export function changeUrgentNumber(
  scope: CorporationScope,
  id: string,
  { name, phone, ringWhen, notes }: UrgentNumberInput,
): Promise<UrgentNumberSaved> {
  return inScope(scope, async (tx): Promise<UrgentNumberSaved> => {
    const numbers = await lockList(tx, scope)
    if (!numbers.some((number) => number.id === id)) return { ok: false, reason: 'not-found' }
    if (numbers.some((other) => other.name === name && other.id !== id)) return { ok: false, reason: 'name-taken' }
    await tx.sql(sql`
      UPDATE urgent_number SET name = ${name}, phone = ${phone}, ring_when = ${ringWhen}, notes = ${notes}
      WHERE corporation_id = ${scope.corporationId}::int AND id = ${id}::uuid`)
    await recordAudit(tx, scope, { action: 'urgent-number:changed', subject: 'urgent-number', subjectId: id })
    return { ok: true, id }
  })
}

/** One place up or down; what is first already stays there, as does the last. False when it is gone. */
export function moveUrgentNumber(scope: CorporationScope, id: string, direction: 'up' | 'down'): Promise<boolean> {
  return inScope(scope, async (tx) => {
    const order = (await lockList(tx, scope)).map((number) => number.id)
    const from = order.indexOf(id)
    if (from < 0) return false
    const to = Math.min(order.length - 1, Math.max(0, from + (direction === 'up' ? -1 : 1)))
    if (to === from) return true
    order.splice(to, 0, ...order.splice(from, 1))
    await tx.sql(sql`
      UPDATE urgent_number n SET position = o.position FROM unnest(${order}::uuid[]) WITH ORDINALITY o (id, position)
      WHERE n.corporation_id = ${scope.corporationId}::int AND n.id = o.id`)
    await recordAudit(tx, scope, { action: 'urgent-number:moved', subject: 'urgent-number', subjectId: id })
    return true
  })
}

/** False when it is gone already. */
export function removeUrgentNumber(scope: CorporationScope, id: string): Promise<boolean> {
  return inScope(scope, async (tx) => {
    const removed = await tx.sql(
      sql`DELETE FROM urgent_number WHERE corporation_id = ${scope.corporationId}::int AND id = ${id}::uuid RETURNING id`,
    )
    if (removed.length === 0) return false
    await recordAudit(tx, scope, { action: 'urgent-number:removed', subject: 'urgent-number', subjectId: id })
    return true
  })
}

/** The list, for whoever changes it: one at a time. */
async function lockList(tx: SqlRunner, scope: CorporationScope): Promise<UrgentNumber[]> {
  await tx.sql(sql`SELECT FROM corporation WHERE id = ${scope.corporationId}::int FOR NO KEY UPDATE`)
  return listUrgentNumbers(tx, scope)
}
