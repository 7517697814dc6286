import type { Agreement, ContactEnding, ContactKind, WayToFallAway } from '#app/contacts/contact.ts'
import { insertContact } from '#app/contacts/insert-contact.server.ts'
import { notesColumn } from '#app/contacts/save-record.server.ts'
import type { InHand } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'

/** How a call went that is told of afterwards. */
export type Told = {
  /** How far into the time that is told of, in hundredths. */
  at: number
  kind: ContactKind
  /** Seconds until somebody answered; null when they hung up before that. */
  wait: number | null
  outcome: ContactEnding | null
  agreed?: Agreement
  isDanger?: boolean
  isHidden?: boolean
  /** They would rather not say who they are. */
  isAnonymous?: boolean
  notes?: string
}

type Caller = { id: string; homeId: string | null; phone: string | null }

export const whoMayRing = (tx: SqlRunner, { corporationId }: InHand, most: number) =>
  tx.sql<Caller>(sql`
    SELECT id, home_id AS "homeId", coalesce(mobile, landline) AS phone FROM tenant
    WHERE corporation_id = ${corporationId}::int AND gone_since IS NULL AND home_id IS NOT NULL AND coalesce(mobile, landline) IS NOT NULL
    ORDER BY number LIMIT ${most}::int`)

type Telling = { one: Told; arrivedAt: Date; lineId: string; tenant: Caller | undefined }

/** Gives its id. */
export async function tellOne(
  tx: SqlRunner,
  scope: InHand,
  { one, arrivedAt, lineId, tenant }: Telling,
): Promise<string> {
  const { kind, wait, outcome, agreed = null, isDanger, isHidden = false, isAnonymous = false, notes } = one
  const caller = isHidden || isAnonymous ? undefined : tenant
  const id = await insertContact(tx, scope, {
    lineId,
    channel: 'phone',
    phone: isHidden ? null : (tenant?.phone ?? null),
    isHidden,
    isDanger,
    arrivedAt,
  })
  const after = (seconds: number) => new Date(arrivedAt.getTime() + seconds * 1000)
  const sealed = notes ? (await sealerFor(tx, scope.corporationId)).seal(notesColumn(id), notes) : null
  const fellAway: WayToFallAway | null = wait === null ? 'abandoned' : null
  const [operator] = await tx.sql<{ id: string }>(sql`
    SELECT account_id AS id FROM desk_member WHERE desk_id = ${scope.deskId}::int AND ended_at IS NULL
    ORDER BY md5(account_id::text || ${id}) LIMIT 1`)
  const by = operator?.id ?? null
  await tx.sql(sql`
    UPDATE desk_contact SET kind = ${kind}, agreed = ${agreed}, outcome = ${outcome}, fell_away = ${fellAway}, notes_sealed = ${sealed}::bytea,
      tenant_id = ${caller?.id ?? null}::uuid, home_id = ${caller?.homeId ?? null}::uuid, is_anonymous = ${isAnonymous},
      answered_at = ${wait === null ? null : after(wait)}::timestamptz, answered_by = ${wait === null ? null : by}::uuid,
      ended_at = ${after((wait ?? 38) + (wait === null ? 0 : 260))}::timestamptz, owner_id = ${by}::uuid,
      state = ${outcome === null ? 'call-back' : 'closed'}, due_at = ${outcome === null ? after(1_800) : null}::timestamptz,
      closed_at = ${outcome === null ? null : after((wait ?? 38) + 300)}::timestamptz, closed_by = ${outcome === null || isHidden ? null : by}::uuid
    WHERE corporation_id = ${scope.corporationId}::int AND id = ${id}::uuid`)
  return id
}
