import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'
import { type Sealer, sealerFor } from '#app/corporations/sealer.server.ts'
import { countChoices, filterSql, type Orders, orderSql, pageSql } from '#app/lists/filter-counts.ts'
import type { Addressee } from '#app/tenants/addressee.ts'
import { addresseeColumns, addresseeJoins, nameOrder } from '#app/tenants/addressee-columns.server.ts'
import { isOfMeantTenant } from '#app/tenants/meant-rows.server.ts'
import { numbersToDial } from '#app/tenants/phone-numbers.ts'
import { dialable } from '#app/tenants/phone-text.server.ts'
import { soughtText } from '#app/tenants/sought-text.server.ts'
import { type FollowUpCounts, type FollowUpFilter, followUpList, type followUpSortColumns } from './filter.ts'
import { followUpCondition } from './filter-sql.server.ts'
import { type FollowUpKind, type FollowUpState, promiseColumn, resultColumn } from './follow-up.ts'
import { visibleFollowUps } from './visible-follow-ups.server.ts'

export type FollowUpRow = Addressee & {
  id: string
  kind: FollowUpKind
  state: FollowUpState
  dueOn: string
  dueTime: string | null
  ownerId: string
  ownerName: string
  promisedBy: string
  /** ISO instant. */
  promisedAt: string
  closedAt: string | null
  closedBy: string | null
  campaignName: string | null
  promise: string
  result: string
}

type Sealed = Omit<FollowUpRow, 'promise' | 'result' | 'promisedAt' | 'closedAt'> & {
  promisedAt: Date
  closedAt: Date | null
  promiseSealed: Uint8Array | null
  resultSealed: Uint8Array | null
}

/** `sought`: the text behind the code of the filter. */
export type FollowUpList = { rows: FollowUpRow[]; counts: FollowUpCounts; sought: string }

/** One page of promises, opened, with the counts beside each filter. Leaves one audit row naming what was shown. */
export async function listFollowUps(
  tx: Tx,
  actor: Actor,
  { filter, today }: { filter: FollowUpFilter; today: string },
): Promise<FollowUpList> {
  const sought = await soughtText(tx, actor, filter.search)
  const visible = sql`${visibleFollowUps(actor)} AND ${await isOfMeantTenant(tx, actor.corporationId, sought)}`
  const shown = { list: followUpList, filter, condition: followUpCondition(actor, today) }
  const counts = await countChoices(tx, shown, sql`follow_up r WHERE ${visible}`)
  const own = filter.state === 'open' ? sql`r.due_on, r.due_time NULLS LAST, r.id` : sql`r.closed_at DESC, r.id`
  const sealed = await tx.sql<Sealed>(sql`
    ${rowsFrom(today)} WHERE ${visible} AND ${filterSql(followUpList, filter, shown.condition)}
    ORDER BY ${orderSql(filter.sort, orders, own)} ${pageSql(followUpList, filter)}`)
  const sealer = await sealerFor(tx, actor.corporationId)
  const rows = sealed.map((row) => opened(sealer, row))
  if (rows.length > 0) {
    const details = { count: rows.length, tenants: rows.map((row) => row.tenantId) }
    await recordAudit(tx, actor, { action: 'follow-up:listed', subject: 'follow-up', details })
  }
  return { rows, counts, sought }
}

const orders: Orders<typeof followUpSortColumns> = {
  tenant: nameOrder,
  due: (way) => sql`r.due_on ${way}, r.due_time ${way} NULLS LAST`,
  closed: (way) => sql`r.closed_at ${way} NULLS LAST`,
  owner: (way) => sql`lower(owner.name) ${way}`,
}

/** One promise with the numbers to ring; null when it is not there for this person. */
export async function findFollowUp(tx: Tx, actor: Actor, { id, today }: { id: string; today: string }) {
  const [row] = await tx.sql<Sealed>(sql`${rowsFrom(today)} WHERE ${visibleFollowUps(actor)} AND r.id = ${id}::uuid`)
  if (!row) return null
  const [toDial] = await tx.sql<{ numbers: string[] }>(sql`
    SELECT ${numbersToDial} AS numbers FROM tenant t
    WHERE t.corporation_id = ${actor.corporationId}::int AND t.id = ${row.tenantId}::uuid`)
  const sealer = await sealerFor(tx, actor.corporationId)
  await recordAudit(tx, actor, {
    action: 'follow-up:viewed',
    subject: 'follow-up',
    subjectId: id,
    details: { tenant: row.tenantId },
  })
  return { ...opened(sealer, row), numbers: toDial?.numbers.map(dialable) ?? [] }
}

const rowsFrom = (today: string): SqlPart => sql`
  SELECT r.id, r.kind, r.state, r.due_on::text AS "dueOn", r.due_time AS "dueTime", r.owner_id AS "ownerId",
    COALESCE(owner.name, '') AS "ownerName", COALESCE(promiser.name, '') AS "promisedBy", r.created_at AS "promisedAt",
    r.closed_at AS "closedAt", closer.name AS "closedBy", c.name AS "campaignName",
    r.promise_sealed AS "promiseSealed", r.result_sealed AS "resultSealed", ${addresseeColumns(today)}
  FROM follow_up r ${addresseeJoins}
  LEFT JOIN account owner ON owner.id = r.owner_id
  LEFT JOIN account promiser ON promiser.id = r.promised_by
  LEFT JOIN account closer ON closer.id = r.closed_by
  LEFT JOIN campaign c ON c.corporation_id = r.corporation_id AND c.id = r.campaign_id`

function opened(sealer: Sealer, { promiseSealed, resultSealed, ...row }: Sealed): FollowUpRow {
  return {
    ...row,
    promisedAt: new Date(row.promisedAt).toISOString(),
    closedAt: row.closedAt && new Date(row.closedAt).toISOString(),
    promise: promiseSealed ? sealer.open(promiseColumn(row.id), promiseSealed) : '',
    result: resultSealed ? sealer.open(resultColumn(row.id), resultSealed) : '',
  }
}
