import { beforeSignInAtOnce, type DeskScope } from '#app/core/scope.server.ts'
import { openDeskSealer } from '#app/desks/desk-sealer.server.ts'
import type { ExchangeKind } from './exchange.ts'

/** An exchange that says it is one: nothing was proved yet. */
export type KnownExchange = {
  id: string
  kind: ExchangeKind
  /** All that hold now. */
  secrets: string[]
  /** From where it is believed; empty for everywhere. */
  addresses: string[]
  /** The desk with the corporations it serves at this moment. */
  desk: DeskScope
}

type Found = {
  deskId: number
  slug: string
  sealedKey: Uint8Array
  kind: ExchangeKind
  secret: Uint8Array
  formerSecret: Uint8Array | null
  addresses: string[]
  corporationIds: number[]
}

const servedNow = `ARRAY(SELECT s.corporation_id FROM desk_corporation s WHERE s.desk_id = d.id AND s.serves_from <= clock_timestamp()
  AND (s.serves_until IS NULL OR s.serves_until > clock_timestamp()))`

/** Null when there is none, or no more. */
export async function findKnownExchange(id: string): Promise<KnownExchange | null> {
  const [found] = await beforeSignInAtOnce<Found>({
    name: 'known-exchange',
    text: `SELECT e.desk_id AS "deskId", d.slug, d.sealed_key AS "sealedKey", e.kind, e.secret_sealed AS secret,
        e.former_secret_sealed AS "formerSecret", e.addresses, ${servedNow} AS "corporationIds"
      FROM exchange e JOIN desk d ON d.id = e.desk_id
      WHERE e.id = $1::uuid AND e.ended_at IS NULL AND d.ended_at IS NULL`,
    values: [id],
  })
  if (!found) return null
  const { kind, addresses, secret, formerSecret, deskId, corporationIds } = found
  const sealer = openDeskSealer(found)
  const sealed = [secret, formerSecret].flatMap((one) => one ?? [])
  const secrets = sealed.map((one) => sealer.open(secretColumn(id), one))
  return { id, kind, addresses, secrets, desk: { as: 'desk', deskId, corporationIds, accountId: null } }
}

export const secretColumn = (id: string) => ({ table: 'exchange', column: 'secret_sealed', rowId: id })
