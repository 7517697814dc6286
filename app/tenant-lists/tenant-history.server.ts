import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { HistoryAsked, HistoryEvent } from '#app/tenants/history.ts'
import { type FieldChange, fieldChanges, type JsonRow } from './field-changes.ts'
import { phoneAsRead } from './import-rows.server.ts'

/** `listedOn`: the day of the list. `isUndone`: what it did was taken back. */
type Facts = { fileName: string; listedOn: string; changes: FieldChange[]; isUndone: boolean }
export type ListEvent = {
  [What in 'list:new' | 'list:changed' | 'list:gone' | 'list:returned']: HistoryEvent<What, Facts>
}['list:new' | 'list:changed' | 'list:gone' | 'list:returned']

type Row = Omit<Facts, 'changes'> & {
  kind: 'new' | 'changed' | 'gone' | 'returned'
  id: string
  at: Date
  by: string | null
  before: JsonRow
  after: JsonRow
  formerAddress: string | null
  newAddress: string | null
}

/** What lists changed of them and of their home. Arrears and nuisance are no part of it: those stand apart, for few. */
export async function listHistory(
  tx: Tx,
  { corporationId }: CorporationScope,
  { tenantId, most }: HistoryAsked,
): Promise<ListEvent[]> {
  const tenant = sql`tenant t WHERE t.corporation_id = ${corporationId}::int AND t.id = ${tenantId}::uuid`
  const rows = await tx.sql<Row>(sql`
    SELECT e.kind, i.id::text || e.about AS id, i.applied_at AS at, a.name AS by, i.file_name AS "fileName", i.listed_on::text AS "listedOn",
      i.undone_at IS NOT NULL AND e.left_alone IS NULL AS "isUndone", e.before, e.after,
      concat_ws(' ', f.street, f.house_number, f.addition) AS "formerAddress", concat_ws(' ', n.street, n.house_number, n.addition) AS "newAddress"
    FROM (
      SELECT 'new' AS kind, '' AS about, t.first_import_id AS import_id, '{}'::jsonb AS before, '{}'::jsonb AS after, NULL AS left_alone FROM ${tenant}
      UNION ALL
      SELECT x.kind, x.subject_kind, x.import_id, x.before, x.after, x.left_alone FROM tenant_import_change x
      WHERE x.corporation_id = ${corporationId}::int AND x.subject_id = ANY (ARRAY(SELECT unnest(ARRAY[t.id, t.home_id]) FROM ${tenant}))
        AND x.subject_kind IN ('tenant', 'home') AND x.kind <> 'new'
    ) e
    JOIN tenant_import i ON i.corporation_id = ${corporationId}::int AND i.id = e.import_id
    LEFT JOIN account a ON a.id = i.applied_by
    LEFT JOIN home f ON f.corporation_id = i.corporation_id AND f.id = (e.before ->> 'home_id')::uuid
    LEFT JOIN home n ON n.corporation_id = i.corporation_id AND n.id = (e.after ->> 'home_id')::uuid
    WHERE i.applied_at IS NOT NULL ORDER BY i.applied_at DESC, i.id DESC LIMIT ${most}::int`)
  return rows.map(({ kind, id, at, by, fileName, listedOn, isUndone, ...row }) => {
    const facts = { fileName, listedOn, isUndone, changes: changesOf(row) }
    return { what: `list:${kind}`, id, at, by, facts, to: `/imports/${id.slice(0, 36)}` }
  })
}

function changesOf({
  before,
  after,
  formerAddress,
  newAddress,
}: Pick<Row, 'before' | 'after' | 'formerAddress' | 'newAddress'>) {
  const changed = Object.keys(after).filter((name) => after[name] !== before[name])
  const now = { ...after, changed, home_number: newAddress }
  return fieldChanges(now, { ...before, home_id: formerAddress }, ['gone_since']).map(phoneAsRead)
}
