import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { idempotently } from '#app/core/idempotently.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScope } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { type Orders, orderSql } from '#app/lists/filter-counts.ts'
import type { NotTaken } from '#app/lists/steps.ts'
import { type SteppedTable, type Taken, takeStep } from '#app/lists/take-step.server.ts'
import { soughtText } from '#app/tenants/sought-text.server.ts'
import type { AgencyFilter, agencySortColumns } from './agency-filter.ts'
import { type AgencyState, type AgencyStep, agencySteps } from './agency-steps.ts'
import { referralsTopic } from './live-topics.ts'
import type { AgencyInput } from './schema.ts'

export type Agency = {
  id: string
  name: string
  municipality: string
  helpsWith: string
  openingHours: string
  phone: string | null
  email: string | null
  /** When somebody last looked whether it still holds. */
  checkedAt: Date | null
}
export type AgencyRow = Agency & { isEnded: boolean; running: number; checkedBy: string | null }

export type AgencySaved = { ok: true; id: string } | { ok: false; reason: 'name-taken' | 'not-found' }

/** The organisations a tenant can be referred to now, by name. */
export function listAgencies(tx: SqlRunner, { corporationId }: CorporationScope): Promise<Agency[]> {
  return tx.sql<Agency>(sql`
    SELECT ${agencyColumns} FROM agency a
    WHERE a.corporation_id = ${corporationId}::int AND a.ended_at IS NULL ORDER BY lower(a.name), a.id`)
}

const agencyColumns = sql`a.id, a.name, a.municipality, a.helps_with AS "helpsWith", a.opening_hours AS "openingHours", a.phone, a.email,
  a.checked_at AS "checkedAt"`

/** All of them, those no longer used last, with how many referrals are running at each. `sought`: the text behind the code of the filter. */
export async function listAgencyRows(
  tx: SqlRunner,
  actor: Actor,
  filter: AgencyFilter,
): Promise<{ agencies: AgencyRow[]; sought: string }> {
  const sought = await soughtText(tx, actor, filter.search)
  const order = orderSql(filter.sort, orders, sql`a.ended_at IS NOT NULL, lower(a.name), a.id`)
  const agencies = await tx.sql<AgencyRow>(sql`${agencyRows(actor)} AND ${isNamed(sought)} ORDER BY ${order}`)
  return { agencies, sought }
}

const orders: Orders<typeof agencySortColumns> = {
  name: (way) => sql`search_text(a.name) ${way}`,
  running: (way) => sql`running ${way}`,
  state: (way) => sql`a.ended_at IS NOT NULL ${way}`,
}

/** A part of the name, of what it helps with or of how it is reached. */
const isNamed = (sought: string) =>
  sought === ''
    ? sql`true`
    : sql`(strpos(search_text(concat_ws(' ', a.name, a.municipality, a.helps_with, a.email)), search_text(${sought})) > 0
        OR strpos(regexp_replace(a.phone, '[^0-9]', '', 'g'), nullif(regexp_replace(${sought}, '[^0-9]', '', 'g'), '')) > 0)`

export async function findAgency(tx: SqlRunner, scope: CorporationScope, id: string): Promise<AgencyRow | null> {
  const [row] = await tx.sql<AgencyRow>(sql`${agencyRows(scope)} AND a.id = ${id}::uuid`)
  return row ?? null
}

const agencyRows = ({ corporationId }: CorporationScope): SqlPart => sql`
  SELECT ${agencyColumns}, a.ended_at IS NOT NULL AS "isEnded", (SELECT b.name FROM account b WHERE b.id = a.checked_by) AS "checkedBy",
    (SELECT count(*)::int FROM referral r WHERE r.corporation_id = a.corporation_id AND r.agency_id = a.id AND r.state <> 'ended') AS running
  FROM agency a WHERE a.corporation_id = ${corporationId}::int`

/** The same key adds it once, however often it is sent. */
export function addAgency(actor: Actor, key: string, input: AgencyInput): Promise<AgencySaved> {
  return inScope(actor, (tx) =>
    idempotently({ tx, scope: actor }, { key, operation: 'agency:add' }, () => insertAgency(tx, actor, input)),
  )
}

/** Inside a transaction of somebody else's, such as the seed's. Who adds it has looked whether it holds. */
export async function insertAgency(
  tx: SqlRunner,
  scope: CorporationScope,
  { name, municipality, helpsWith, openingHours, phone, email }: AgencyInput,
): Promise<AgencySaved> {
  const by = scope.accountId
  const id = uuidV7()
  const rows = await tx.sql(sql`
    INSERT INTO agency (corporation_id, id, name, municipality, helps_with, opening_hours, phone, email, checked_at, checked_by)
    VALUES (${scope.corporationId}::int, ${id}::uuid, ${name}, ${municipality}, ${helpsWith}, ${openingHours}, ${phone}::text, ${email}::text,
      CASE WHEN ${by}::uuid IS NOT NULL THEN now() END, ${by}::uuid)
    ON CONFLICT (corporation_id, name) DO NOTHING RETURNING id`)
  if (rows.length === 0) return { ok: false, reason: 'name-taken' }
  await recordAudit(tx, scope, { action: 'agency:added', subject: 'agency', subjectId: id })
  return { ok: true, id }
}

export function changeAgency(
  actor: Actor,
  id: string,
  { name, municipality, helpsWith, openingHours, phone, email }: AgencyInput,
): Promise<AgencySaved> {
  return inScope(actor, async (tx) => {
    const taken = sql`SELECT FROM agency WHERE corporation_id = ${actor.corporationId}::int AND name = ${name} AND id <> ${id}::uuid`
    if ((await tx.sql(taken)).length > 0) return { ok: false, reason: 'name-taken' }
    const rows = await tx.sql(sql`
      UPDATE agency SET name = ${name}, municipality = ${municipality}, helps_with = ${helpsWith}, opening_hours = ${openingHours}, phone = ${phone}::text, email = ${email}::text
      WHERE corporation_id = ${actor.corporationId}::int AND id = ${id}::uuid RETURNING id`)
    if (rows.length === 0) return { ok: false, reason: 'not-found' }
    await recordAudit(tx, actor, { action: 'agency:changed', subject: 'agency', subjectId: id })
    await publish(tx, actor.corporationId, referralsTopic)
    return { ok: true, id }
  })
}

type SteppedAgency = { id: string; state: AgencyState }

const agencies: SteppedTable<SteppedAgency> = {
  table: sql`agency`,
  subject: 'agency',
  state: sql`CASE WHEN r.ended_at IS NULL THEN 'in-use' ELSE 'ended' END`,
  announce: (tx, { corporationId }) => publish(tx, corporationId, referralsTopic),
}

export const stepAgency = (actor: Actor, id: string, step: AgencyStep): Promise<Taken | NotTaken> =>
  inScope(actor, (tx) =>
    takeStep<SteppedAgency>({ tx, scope: actor }, agencies, {
      step: agencySteps[step],
      ids: [id],
      input: { by: actor.accountId },
      visible: sql`r.corporation_id = ${actor.corporationId}::int`,
    }),
  )
