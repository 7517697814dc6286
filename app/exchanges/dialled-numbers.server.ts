import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type DeskScope, inScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { DialledNumber as Row } from '#prisma/generated/client.ts'
import { dialledOf } from './call-numbers.ts'
import { anyNumber } from './exchange.ts'

export type DialledNumber = Pick<Row, 'number' | 'corporationId' | 'lineId'>

/** The numbers of an exchange of the desk, in their order. */
export const listDialledNumbers = (
  tx: SqlRunner,
  { deskId }: DeskScope,
  exchangeId: string,
): Promise<DialledNumber[]> =>
  tx.sql(sql`
    SELECT number, corporation_id AS "corporationId", line_id AS "lineId" FROM dialled_number
    WHERE desk_id = ${deskId}::int AND exchange_id = ${exchangeId}::uuid ORDER BY number`)

export type NumbersInput = { numbers: string[]; corporationId: number; lineId: string }
export type NumbersAdded =
  | { ok: true; added: string[] }
  | { ok: false; reason: 'no-number' | 'number-taken'; number: string }
  | { ok: false; reason: 'no-such-line' }

/** All of these numbers ring this line of a corporation that the desk serves; all, or none with the first that cannot. */
export function addDialledNumbers(scope: DeskScope, exchangeId: string, input: NumbersInput): Promise<NumbersAdded> {
  const { corporationId, lineId } = input
  return inScope(scope, async (tx): Promise<NumbersAdded> => {
    const known = await tx.sql(sql`
      SELECT 1 FROM phone_line WHERE corporation_id = ${corporationId}::int AND id = ${lineId}::uuid`)
    if (known.length === 0) return { ok: false, reason: 'no-such-line' }
    const read = input.numbers.map((text) => ({
      text,
      number: text.trim() === anyNumber ? anyNumber : dialledOf(text),
    }))
    const unread = read.find(({ number }) => number === null)
    if (unread) return { ok: false, reason: 'no-number', number: unread.text }
    const added = [...new Set(read.flatMap(({ number }) => number ?? []))]
    const taken = await tx.sql<{ number: string }>(sql`
      SELECT number FROM dialled_number
      WHERE desk_id = ${scope.deskId}::int AND exchange_id = ${exchangeId}::uuid AND number = ANY(${added}::text[]) LIMIT 1`)
    if (taken[0]) return { ok: false, reason: 'number-taken', number: taken[0].number }
    await tx.sql(sql`
      INSERT INTO dialled_number (desk_id, exchange_id, number, corporation_id, line_id)
      SELECT ${scope.deskId}::int, ${exchangeId}::uuid, n, ${corporationId}::int, ${lineId}::uuid FROM unnest(${added}::text[]) n`)
    const details = { numbers: added.length, corporation: corporationId, line: lineId }
    await recordAudit(tx, scope, {
      action: 'exchange:number-added',
      subject: 'exchange',
      subjectId: exchangeId,
      details,
    })
    return { ok: true, added }
  })
}

/** False when it is gone already. */
export function removeDialledNumber(scope: DeskScope, exchangeId: string, number: string): Promise<boolean> {
  return inScope(scope, async (tx) => {
    const removed = await tx.sql(sql`
      DELETE FROM dialled_number WHERE desk_id = ${scope.deskId}::int AND exchange_id = ${exchangeId}::uuid AND number = ${number}
      RETURNING 1`)
    if (removed.length === 0) return false
    await recordAudit(tx, scope, { action: 'exchange:number-removed', subject: 'exchange', subjectId: exchangeId })
    return true
  })
}
