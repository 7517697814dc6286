import type { InHand } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { LineKind } from '#app/lines/line.ts'
import { type Channel, type Urgency, urgencies, urgencyOfLine } from './contact.ts'
import { sealRecognised } from './recognise.server.ts'
import { addStep } from './steps.server.ts'

export type NewContact = {
  lineId: string
  channel: Channel
  /** "+31…"; null when it was withheld or not asked. */
  phone: string | null
  isHidden?: boolean
  /** What they wrote, or what was noted of it. */
  message?: string
  isDanger?: boolean
  arrivedAt: Date
}

export const messageColumn = (rowId: string) => ({ table: 'desk_contact', column: 'message_sealed', rowId })

/** Puts somebody in the queue, in the transaction of whatever brought them; throws when the line is not of this corporation. */
export async function insertContact(tx: SqlRunner, scope: InHand, contact: NewContact): Promise<string> {
  const id = uuidV7()
  const { lineId, channel, phone, isHidden = false, message, isDanger, arrivedAt } = contact
  const urgency = isDanger ? urgencies.danger : await urgencyOf(tx, scope, lineId)
  const sealed = message ? (await sealerFor(tx, scope.corporationId)).seal(messageColumn(id), message) : null
  const caller = isHidden || phone ? await sealRecognised(tx, scope, { contactId: id, phone, at: arrivedAt }) : null
  const waitingSince = (await endEarlierCallBacks(tx, scope, { phone, byContact: id })) ?? arrivedAt
  await tx.sql(sql`
    INSERT INTO desk_contact (corporation_id, id, desk_id, line_id, channel, urgency, arrived_at, waiting_since, phone, is_hidden, caller_sealed, message_sealed, is_danger)
    VALUES (${scope.corporationId}::int, ${id}::uuid, ${scope.deskId}::int, ${lineId}::uuid, ${channel}, ${urgency}::smallint,
      ${arrivedAt}::timestamptz, ${waitingSince}::timestamptz, ${phone}, ${isHidden}::boolean, ${caller}::bytea, ${sealed}::bytea, ${isDanger ?? null}::boolean)`)
  await addStep(tx, scope, { contactId: id, kind: 'arrived', details: { channel } })
  return id
}

async function urgencyOf(tx: SqlRunner, { corporationId }: InHand, lineId: string): Promise<Urgency> {
  const [line] = await tx.sql<{ kind: LineKind }>(sql`
    SELECT kind FROM phone_line WHERE corporation_id = ${corporationId}::int AND id = ${lineId}::uuid`)
  if (!line) throw new Error('This corporation has no such line.')
  return urgencyOfLine[line.kind]
}

/**
 * Who was never answered and rings again need not be rung back, and keeps the place of the first time. What they wrote is not
 * said by ringing: that stays to be read.
 */
async function endEarlierCallBacks(
  tx: SqlRunner,
  scope: InHand,
  { phone, byContact }: { phone: string | null; byContact: string },
): Promise<Date | null> {
  if (phone === null) return null
  const ended = await tx.sql<{ id: string; waitingSince: Date }>(sql`
    UPDATE desk_contact SET state = 'closed', outcome = 'rang-again', due_at = NULL, closed_at = clock_timestamp()
    WHERE corporation_id = ${scope.corporationId}::int AND desk_id = ${scope.deskId}::int AND phone = ${phone}
      AND state = 'call-back' AND claimed_by IS NULL AND answered_at IS NULL AND message_sealed IS NULL
    RETURNING id, waiting_since AS "waitingSince"`)
  for (const { id } of ended)
    await addStep(tx, scope, { contactId: id, kind: 'rang-again', details: { contact: byContact } })
  const times = ended.map(({ waitingSince }) => waitingSince.getTime())
  return times.length > 0 ? new Date(Math.min(...times)) : null
}
