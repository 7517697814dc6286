import { auditEach } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScope } from '#app/core/scope.server.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'
import { nightsTopic } from '#app/nights/live-topics.ts'

type Member = CorporationScope & { accountId: string }
export type Acknowledged = { count: number; at: Date }

/** Somebody of the corporation has seen these and takes them up; who was first stays it. At one moment, by which it is undone. */
export async function acknowledgeContacts(member: Member, ids: readonly string[], now: Date): Promise<Acknowledged> {
  const count = await changeEach(member, {
    set: sql`acknowledged_at = ${now}::timestamptz, acknowledged_by = ${member.accountId}::uuid`,
    which: sql`id = ANY(${[...ids]}::uuid[]) AND (acknowledged_at IS NULL OR closed_at > acknowledged_at)`,
    action: 'contact:acknowledged',
  })
  return { count, at: now }
}

/** Nobody has seen these any more: one, or all that this person took up at one moment. */
export function takeBackAcknowledgement(member: Member, which: { contactId: string } | { at: Date }): Promise<number> {
  const place =
    'at' in which
      ? sql`acknowledged_by = ${member.accountId}::uuid AND acknowledged_at = ${which.at}::timestamptz`
      : sql`id = ${which.contactId}::uuid AND acknowledged_at IS NOT NULL`
  return changeEach(member, {
    set: sql`acknowledged_at = NULL, acknowledged_by = NULL`,
    which: place,
    action: 'contact:acknowledgement-undone',
  })
}

type Change = { set: SqlPart; which: SqlPart; action: 'contact:acknowledged' | 'contact:acknowledgement-undone' }

function changeEach(member: Member, { set, which, action }: Change): Promise<number> {
  return inScope(member, async (tx) => {
    const [done] = await tx.sql<{ count: number }>(sql`
      WITH changed AS (
        UPDATE desk_contact SET ${set} WHERE corporation_id = ${member.corporationId}::int AND ${which} RETURNING id
      ), written AS (${auditEach(member, { action, subject: 'contact' }, sql`changed`)} RETURNING 1)
      SELECT count(*)::int AS count FROM written`)
    if (done?.count) await publish(tx, member.corporationId, nightsTopic)
    return done?.count ?? 0
  })
}
