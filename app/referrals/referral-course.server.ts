import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { Sealer } from '#app/corporations/sealer.server.ts'
import { passedOnColumn, type SendingWay, toldColumn } from './referral.ts'

type Steps = { sentBy: string; sentHow: SendingWay | null; acceptedBy: string; endedBy: string }
type SealedSteps = Steps & { passedOnSealed: Uint8Array | null }
type Told = { id: string; at: Date; by: string; sealed: Uint8Array | null }

/** Each time that the tenant was told, oldest first; `text` is empty when nobody wrote down what. */
export type Notice = { id: string; at: string; by: string; text: string }
/** Who took the steps of a referral, by name, and what was passed on: empty when nobody wrote it down. */
export type Course = Steps & { passedOn: string; notices: Notice[] }

const unknown = { sentBy: '', sentHow: null, acceptedBy: '', endedBy: '', passedOnSealed: null }

/** Of a referral that this person was found to see. */
export async function readCourse(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  { id, sealer }: { id: string; sealer: Sealer },
): Promise<Course> {
  const [row] = await tx.sql<SealedSteps>(sql`
    SELECT COALESCE(sender.name, '') AS "sentBy", r.sent_how AS "sentHow", COALESCE(accepter.name, '') AS "acceptedBy",
      COALESCE(ender.name, '') AS "endedBy", r.passed_on_sealed AS "passedOnSealed"
    FROM referral r LEFT JOIN account sender ON sender.id = r.sent_by LEFT JOIN account accepter ON accepter.id = r.accepted_by
    LEFT JOIN account ender ON ender.id = r.ended_by
    WHERE r.corporation_id = ${corporationId}::int AND r.id = ${id}::uuid`)
  const told = await tx.sql<Told>(sql`
    SELECT n.id, n.at, COALESCE(a.name, '') AS by, n.told_sealed AS sealed
    FROM referral_notice n LEFT JOIN account a ON a.id = n.account_id
    WHERE n.corporation_id = ${corporationId}::int AND n.referral_id = ${id}::uuid ORDER BY n.at, n.id`)
  const { passedOnSealed, ...steps } = row ?? unknown
  return {
    ...steps,
    passedOn: passedOnSealed ? sealer.open(passedOnColumn(id), passedOnSealed) : '',
    notices: told.map(({ sealed, at, ...notice }) => ({
      ...notice,
      at: new Date(at).toISOString(),
      text: sealed ? sealer.open(toldColumn(notice.id), sealed) : '',
    })),
  }
}
