import { randomBytes } from 'node:crypto'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type DeskScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sealerOfDesk } from '#app/desks/desk-sealer.server.ts'
import type { Exchange as Row } from '#prisma/generated/client.ts'
import { bringsOwnKey, type ExchangeKind } from './exchange.ts'
import { secretColumn } from './find-exchange.server.ts'

export type Exchange = Pick<Row, 'id' | 'name' | 'addresses' | 'lastHeardAt' | 'createdAt'> & {
  kind: ExchangeKind
  /** Two secrets hold: the former one until somebody ends it. */
  hasFormerSecret: boolean
  numbers: number
}

const shown = sql`
  SELECT e.id, e.name, e.kind, e.addresses, e.last_heard_at AS "lastHeardAt", e.created_at AS "createdAt",
    e.former_secret_sealed IS NOT NULL AS "hasFormerSecret",
    (SELECT count(*)::int FROM dialled_number n WHERE n.desk_id = e.desk_id AND n.exchange_id = e.id) AS numbers
  FROM exchange e`

/** The exchanges of the desk that are in use, by name. */
export const listExchanges = (tx: SqlRunner, { deskId }: DeskScope): Promise<Exchange[]> =>
  tx.sql(sql`${shown} WHERE e.desk_id = ${deskId}::int AND e.ended_at IS NULL ORDER BY e.name, e.id`)

export async function findExchange(tx: SqlRunner, { deskId }: DeskScope, id: string): Promise<Exchange | null> {
  const [row] = await tx.sql<Exchange>(
    sql`${shown} WHERE e.desk_id = ${deskId}::int AND e.id = ${id}::uuid AND e.ended_at IS NULL`,
  )
  return row ?? null
}

/** `key`: of a kind that brings its own. */
export type ExchangeInput = { name: string; kind: ExchangeKind; key: string }

/** Gives the secret, which is shown this once; null when it is theirs. */
export async function addExchange(scope: DeskScope, { name, kind, key }: ExchangeInput) {
  const id = uuidV7()
  const { secret, sealed } = await sealedSecret(scope, id, bringsOwnKey(kind) ? key : null)
  await inScope(scope, async (tx) => {
    await tx.sql(sql`
      INSERT INTO exchange (desk_id, id, kind, name, secret_sealed)
      VALUES (${scope.deskId}::int, ${id}::uuid, ${kind}, ${name}, ${sealed}::bytea)`)
    await recordAudit(tx, scope, { action: 'exchange:added', subject: 'exchange', subjectId: id, details: { kind } })
  })
  return { id, secret }
}

async function sealedSecret(scope: DeskScope, id: string, key: string | null) {
  const secret = key ?? `whsec_${randomBytes(32).toString('base64')}`
  const sealed = (await sealerOfDesk(scope)).seal(secretColumn(id), secret)
  return { secret: key === null ? secret : null, sealed }
}

export type SecretChanged =
  | { ok: true; secret: string | null }
  | { ok: false; reason: 'not-found' | 'former-still-holds' }

/** Another secret beside the present one: both hold until `endFormerSecret`. */
export async function changeSecret(scope: DeskScope, id: string, key: string): Promise<SecretChanged> {
  const found = await inScope(scope, (tx) => findExchange(tx, scope, id))
  if (!found) return { ok: false, reason: 'not-found' }
  const { secret, sealed } = await sealedSecret(scope, id, bringsOwnKey(found.kind) ? key : null)
  const isChanged = await change(scope, id, {
    set: sql`former_secret_sealed = secret_sealed, secret_sealed = ${sealed}::bytea`,
    only: sql`former_secret_sealed IS NULL`,
    action: 'exchange:secret-changed',
  })
  return isChanged ? { ok: true, secret } : { ok: false, reason: 'former-still-holds' }
}

/** False when only one held. */
export const endFormerSecret = (scope: DeskScope, id: string) =>
  change(scope, id, {
    set: sql`former_secret_sealed = NULL`,
    only: sql`former_secret_sealed IS NOT NULL`,
    action: 'exchange:former-secret-ended',
  })

export type ExchangeSettings = { name: string; addresses: string[] }

export const changeExchange = (scope: DeskScope, id: string, { name, addresses }: ExchangeSettings) =>
  change(scope, id, {
    set: sql`name = ${name}, addresses = ${addresses}::text[]`,
    only: sql`true`,
    action: 'exchange:changed',
  })

/** Nothing that it says is believed any more. */
export const endExchange = (scope: DeskScope, id: string) =>
  change(scope, id, { set: sql`ended_at = clock_timestamp()`, only: sql`true`, action: 'exchange:ended' })

type Change = {
  set: SqlPart
  only: SqlPart
  action: 'exchange:changed' | 'exchange:ended' | 'exchange:secret-changed' | 'exchange:former-secret-ended'
}

/** False when there is no such exchange, or not any more. */
const change = (scope: DeskScope, id: string, { set, only, action }: Change): Promise<boolean> =>
  inScope(scope, async (tx: Tx) => {
    const changed = await tx.sql(sql`
      UPDATE exchange SET ${set} WHERE desk_id = ${scope.deskId}::int AND id = ${id}::uuid AND ended_at IS NULL AND ${only} RETURNING 1`)
    if (changed.length === 0) return false
    await recordAudit(tx, scope, { action, subject: 'exchange', subjectId: id })
    return true
  })
