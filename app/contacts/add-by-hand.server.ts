import { type DeskActor, inHand } from '#app/accounts/authorize.server.ts'
import { idempotently } from '#app/core/idempotently.server.ts'
import { keyOf } from '#app/core/key-of.server.ts'
import { publishContacts } from '#app/core/live.server.ts'
import { inScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { type Line, listLines } from '#app/lines/lines.server.ts'
import { claimContact, type NoContact } from './claim-contact.server.ts'
import { insertContact } from './insert-contact.server.ts'
import { atWorkWith } from './presence.server.ts'
import type { NewByHand } from './record-schema.ts'

export type LineToChoose = Pick<Line, 'id' | 'name' | 'kind' | 'corporationId'> & { corporation: string }

/** Where somebody can have come in: the lines of all corporations served, those this person answered last first. */
export function linesToChoose(actor: DeskActor): Promise<LineToChoose[]> {
  return inScope(actor, async (tx) => {
    const lines = await listLines(tx, actor.corporationIds)
    const names = await tx.sql<{ id: number; name: string }>(
      sql`SELECT id, name FROM corporation WHERE id = ANY(${[...actor.corporationIds]}::int[])`,
    )
    const used = await tx.sql<{ lineId: string; last: Date }>(sql`
      SELECT line_id AS "lineId", max(arrived_at) AS last FROM desk_contact
      WHERE desk_id = ${actor.deskId}::int AND answered_by = ${actor.accountId}::uuid AND arrived_at > now() - interval '7 days' GROUP BY line_id`)
    const nameOf = new Map(names.map(({ id, name }) => [id, name]))
    const lastOf = new Map(used.map(({ lineId, last }) => [lineId, last.getTime()]))
    return lines
      .map(({ id, name, kind, corporationId }) => ({
        id,
        name,
        kind,
        corporationId,
        corporation: nameOf.get(corporationId) ?? '',
      }))
      .sort(
        (one, other) =>
          (lastOf.get(other.id) ?? 0) - (lastOf.get(one.id) ?? 0) ||
          one.corporation.localeCompare(other.corporation) ||
          one.name.localeCompare(other.name),
      )
  })
}

/** `refused`: why it is not in their hands; null when it is. */
type Added =
  | { ok: true; contactId: string; refused: NoContact['reason'] | null }
  | { ok: false; reason: 'invalid'; errors: Record<string, string> }

/**
 * Somebody who came in otherwise, in the hands of whoever notes it, unless they have another in hand. The same form sent again
 * adds one; another text, of whoever went back to it, is another.
 */
export async function addByHand(actor: DeskActor, input: NewByHand, now: Date): Promise<Added> {
  const line = (await linesToChoose(actor)).find(({ id }) => id === input.lineId)
  if (!line) return { ok: false, reason: 'invalid', errors: { lineId: 'required' } }
  const scope = inHand(actor, line.corporationId)
  const { lineId, phone, message } = input
  const key = keyOf(input)
  const added = await inScopeSql(scope, (tx) =>
    idempotently({ tx, scope }, { key, operation: 'contact:add' }, async () => {
      const contact = { lineId, channel: 'by-hand', phone, message: message || undefined, arrivedAt: now } as const
      const contactId = await insertContact(tx, scope, contact)
      await publishContacts(tx, scope.deskId, [contactId])
      return { ok: true, contactId } as const
    }),
  )
  const claim = await atWorkWith(actor, await claimContact(actor, added.contactId))
  return { ...added, refused: claim.ok ? null : claim.reason }
}
