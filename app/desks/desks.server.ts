import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import {
  beforeSignIn,
  type CorporationScope,
  type DeskScope,
  type InHand,
  inScope,
  type Place,
  systemDeskScope,
  type Tx,
} from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { corporationSchema } from '#app/corporations/corporations.server.ts'
import type { DeskCorporation, Desk as DeskRow } from '#prisma/generated/client.ts'
import { newDeskKey } from './desk-sealer.server.ts'

export const deskSchema = corporationSchema

const shown = { id: true, slug: true, name: true, timeZone: true } as const
export type Desk = Pick<DeskRow, keyof typeof shown>

export async function addDesk(
  input: z.input<typeof deskSchema>,
): Promise<{ ok: true; desk: Desk } | { ok: false; reason: 'slug-taken' }> {
  const data = deskSchema.parse(input)
  const desk = await beforeSignIn(async (tx) => {
    if (await tx.desk.findUnique({ where: { slug: data.slug }, select: { id: true } })) return null
    return tx.desk.create({ data: { ...data, sealedKey: newDeskKey(data.slug) }, select: shown })
  })
  if (!desk) return { ok: false, reason: 'slug-taken' }
  const scope = systemDeskScope(desk.id)
  await inScope(scope, (tx) => recordAudit(tx, scope, { action: 'desk:added', subject: 'desk' }))
  return { ok: true, desk }
}

export const findDesk = (slug: string): Promise<Desk | null> =>
  beforeSignIn((tx) => tx.desk.findFirst({ where: { slug, endedAt: null }, select: shown }))

/** Every desk there is, by name: whom a corporation can choose from. */
export const listDesks = (): Promise<Desk[]> =>
  beforeSignIn((tx) => tx.desk.findMany({ where: { endedAt: null }, select: shown, orderBy: { name: 'asc' } }))

/** Null for `until`: until further notice. */
export type Contract = Pick<DeskCorporation, 'deskId' | 'servesFrom' | 'servesUntil'>
export type ContractInput = { from: Date; until: Date | null }

export const contractSchema = z
  .object({ from: z.date(), until: z.date().nullable() })
  .refine(({ from, until }) => until === null || until > from, { path: ['until'], message: 'until-before-from' })

export type Served = { ok: true } | { ok: false; reason: 'no-such-desk' }

/** A corporation lets a desk answer for it between these moments, or at others than before: what it sees ends with it. */
export async function letDeskServe(scope: CorporationScope, deskId: number, input: ContractInput): Promise<Served> {
  const { from, until } = contractSchema.parse(input)
  const desks = await listDesks()
  if (!desks.some(({ id }) => id === deskId)) return { ok: false, reason: 'no-such-desk' }
  const { corporationId } = scope
  return inScope(scope, async (tx) => {
    await tx.sql(sql`
      INSERT INTO desk_corporation (corporation_id, desk_id, serves_from, serves_until)
      VALUES (${corporationId}::int, ${deskId}::int, ${from}::timestamptz, ${until}::timestamptz)
      ON CONFLICT (corporation_id, desk_id) DO UPDATE SET serves_from = excluded.serves_from, serves_until = excluded.serves_until`)
    const details = { desk: deskId, from: from.toISOString(), until: until?.toISOString() ?? null }
    await recordAudit(tx, scope, { action: 'desk:let-serve', subject: 'desk', details })
    return { ok: true }
  })
}

/** From this very moment the desk sees nothing of the corporation any more; false when it did not serve it. */
export function endContract(scope: CorporationScope, deskId: number): Promise<boolean> {
  return inScope(scope, async (tx) => {
    const ended = await tx.sql(sql`
      UPDATE desk_corporation SET serves_until = clock_timestamp()
      WHERE corporation_id = ${scope.corporationId}::int AND desk_id = ${deskId}::int
        AND (serves_until IS NULL OR serves_until > clock_timestamp()) RETURNING 1`)
    if (ended.length === 0) return false
    await recordAudit(tx, scope, { action: 'desk:contract-ended', subject: 'desk', details: { desk: deskId } })
    return true
  })
}

/** The desks that answer for the corporation, will or did, by name. */
export const listContracts = (
  tx: Tx,
  { corporationId }: Pick<Place, 'corporationId'>,
): Promise<(Contract & { name: string })[]> =>
  tx.sql(sql`
    SELECT s.desk_id AS "deskId", d.name, s.serves_from AS "servesFrom", s.serves_until AS "servesUntil"
    FROM desk_corporation s JOIN desk d ON d.id = s.desk_id
    WHERE s.corporation_id = ${corporationId}::int ORDER BY d.name, d.id`)

export type ServedCorporation = { id: number; name: string; until: Date | null }

/** The corporations a desk answers for at this moment, by name. */
export const listServed = (tx: Tx, { deskId }: DeskScope): Promise<ServedCorporation[]> =>
  tx.sql(sql`
    SELECT c.id, c.name, s.serves_until AS until FROM desk_corporation s JOIN corporation c ON c.id = s.corporation_id
    WHERE s.desk_id = ${deskId}::int ORDER BY c.name, c.id`)

/**
 * Every desk with the corporations it serves at this moment, for what the installation does by itself: asked again each
 * time, so that a contract that ended holds at once. `deskId`: that one alone.
 */
export async function desksAtWork(deskId: number | null = null): Promise<DeskScope[]> {
  const rows = await beforeSignIn((tx) =>
    tx.sql<{ deskId: number; corporationIds: number[] }>(sql`
      SELECT d.id AS "deskId", coalesce(array_agg(s.corporation_id ORDER BY s.corporation_id) FILTER (WHERE s.corporation_id IS NOT NULL), '{}') AS "corporationIds"
      FROM desk d LEFT JOIN desk_corporation s ON s.desk_id = d.id AND s.serves_from <= clock_timestamp()
        AND (s.serves_until IS NULL OR s.serves_until > clock_timestamp())
      WHERE d.ended_at IS NULL AND (${deskId}::int IS NULL OR d.id = ${deskId}::int) GROUP BY d.id ORDER BY d.id`),
  )
  return rows.map((row) => ({ ...systemDeskScope(row.deskId), corporationIds: row.corporationIds }))
}

/** The corporations that a desk served and serves no more at this moment. */
export async function servedBefore(deskId: number): Promise<number[]> {
  const rows = await beforeSignIn((tx) =>
    tx.sql<{ id: number }>(sql`
      SELECT corporation_id AS id FROM desk_corporation WHERE desk_id = ${deskId}::int AND serves_until <= clock_timestamp()
      ORDER BY corporation_id`),
  )
  return rows.map(({ id }) => id)
}

/** The corporation in hand: its name, its zone, and the last moment the desk answers for it. */
export async function findServed(tx: Tx, { corporationId, deskId }: InHand) {
  const [row] = await tx.sql<{ name: string; timeZone: string; until: Date | null }>(sql`
    SELECT c.name, c.time_zone AS "timeZone", s.serves_until AS until
    FROM corporation c JOIN desk_corporation s ON s.corporation_id = c.id AND s.desk_id = ${deskId}::int
    WHERE c.id = ${corporationId}::int`)
  if (!row) throw notFound()
  return row
}
