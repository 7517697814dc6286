import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { dialable } from '#app/tenants/phone-text.server.ts'
import { legibleName } from '#imports/legible-name.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import type { RejectReason } from '#imports/problems.ts'
import type { RowWarning } from '#imports/row-warnings.ts'
import { type FieldChange, fieldChanges, type JsonRow } from './field-changes.ts'
import { allColumns, isCircumstanceField, kindOfChange } from './list-columns.ts'

export const rowGroups = [
  'new',
  'changed',
  'rejected',
  'duplicate',
  'gone',
  'warned',
  'seems-deceased',
  'left-alone',
] as const
export type RowGroup = (typeof rowGroups)[number]
export const isRowGroup = (text: string | null): text is RowGroup =>
  (rowGroups as readonly string[]).includes(text ?? '')

export type ListedRow = {
  key: string
  /** Where it stands in the file; null for a tenant who is not in it. */
  line: number | null
  tenantId: string | null
  number: string | null
  person: {
    sex: string | null
    initials: string | null
    firstName: string | null
    infix: string | null
    lastName: string
  } | null
  address: {
    street: string | null
    houseNumber: string | null
    addition: string | null
    postcode: string | null
    city: string | null
  }
  rejection: RejectReason | null
  /** Of a rejected row, as it was written. */
  writtenName: string | null
  warnings: RowWarning[]
  changes: FieldChange[]
  leftAlone: string | null
}

export const rowsPerPage = 50

type Reading = {
  group: RowGroup
  /** From 1. */
  page: number
  /** Arrears and nuisance are left out for those who may not see them. */
  withCircumstances: boolean
  /** What the columns mean; null of a list that was not that far. */
  mapping?: Mapping | null
}

/** The rows of one group of a list, as far as they were kept. Writes down that they were looked at. */
export async function listImportRows(
  scope: CorporationScope,
  importId: string,
  { group, page, withCircumstances, mapping }: Reading,
): Promise<ListedRow[]> {
  return inScopeSql(scope, async (tx) => {
    const offset = (page - 1) * rowsPerPage
    const rows =
      group === 'left-alone'
        ? await findLeftAlone(tx, scope, { importId, offset })
        : await findRows(tx, scope, { importId, where: whereOf[group], offset })
    const details = { group, page, rows: rows.length }
    await recordAudit(tx, scope, {
      action: 'tenant-list:rows-viewed',
      subject: 'tenant-import',
      subjectId: importId,
      details,
    })
    return rows.map((row) => ({ ...shown(row, withCircumstances), writtenName: nameIn(row, mapping) }))
  })
}

const whereOf: Record<Exclude<RowGroup, 'left-alone'>, SqlPart> = {
  new: sql`s.outcome = 'new'`,
  changed: sql`s.outcome = 'changed'`,
  rejected: sql`s.outcome = 'rejected'`,
  duplicate: sql`s.outcome = 'duplicate'`,
  gone: sql`s.outcome = 'gone'`,
  warned: sql`s.warnings IS NOT NULL AND s.outcome IN ('new', 'changed', 'unchanged')`,
  'seems-deceased': sql`s.warnings @> '[{"code":"seems-deceased"}]' AND s.outcome IN ('new', 'changed', 'unchanged')`,
}

type Raw = {
  row: JsonRow | null
  tenant: JsonRow | null
  home: JsonRow | null
  circumstance: JsonRow | null
  before: JsonRow | null
  /** The number of the home the tenant had, or has as long as the list is not applied. */
  formerHome: string | null
  leftAlone: string | null
}

/** Each row beside what stands in its place now, and what stood there before this list was applied. */
function findRows(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  { importId, where, offset }: { importId: string; where: SqlPart; offset: number },
): Promise<Raw[]> {
  return tx.sql<Raw>(sql`
    SELECT to_jsonb(s) AS row, ${present}, NULL AS "leftAlone", b.before,
      (SELECT f.number FROM home f WHERE f.corporation_id = s.corporation_id AND f.id = coalesce((b.before->>'home_id')::uuid, t.home_id)) AS "formerHome"
    FROM (
      SELECT * FROM tenant_import_row s WHERE s.corporation_id = ${corporationId}::int AND s.import_id = ${importId}::uuid AND ${where}
      ORDER BY s.row_number LIMIT ${rowsPerPage}::int OFFSET ${offset}::int
    ) s
    LEFT JOIN tenant t ON t.corporation_id = s.corporation_id AND t.id = s.tenant_id
    LEFT JOIN home h ON h.corporation_id = s.corporation_id AND h.id = coalesce(s.home_id, t.home_id)
    LEFT JOIN tenant_circumstance c ON c.corporation_id = t.corporation_id AND c.tenant_id = t.id
    CROSS JOIN LATERAL (
      SELECT jsonb_object_agg(e.key, e.value) AS before FROM tenant_import_change x, jsonb_each(x.before) e
      WHERE x.corporation_id = s.corporation_id AND x.import_id = s.import_id AND x.subject_id IN (s.tenant_id, s.home_id)
    ) b
    ORDER BY s.row_number`)
}

const present = sql`to_jsonb(t) - 'attention_sealed' AS tenant, to_jsonb(h) AS home, to_jsonb(c) AS circumstance`

function findLeftAlone(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  { importId, offset }: { importId: string; offset: number },
): Promise<Raw[]> {
  return tx.sql<Raw>(sql`
    SELECT NULL AS row, ${present}, x.left_alone AS "leftAlone", NULL AS before, NULL AS "formerHome"
    FROM (
      SELECT corporation_id, subject_id, min(left_alone) AS left_alone FROM tenant_import_change
      WHERE corporation_id = ${corporationId}::int AND import_id = ${importId}::uuid AND left_alone IS NOT NULL AND subject_kind <> 'home'
      GROUP BY corporation_id, subject_id ORDER BY subject_id LIMIT ${rowsPerPage}::int OFFSET ${offset}::int
    ) x
    JOIN tenant t ON t.corporation_id = x.corporation_id AND t.id = x.subject_id
    LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id
    LEFT JOIN tenant_circumstance c ON c.corporation_id = t.corporation_id AND c.tenant_id = t.id
    ORDER BY t.number`)
}

const text = (row: JsonRow | null, name: string): string | null => (typeof row?.[name] === 'string' ? row[name] : null)
const hiddenColumns = (withCircumstances: boolean) => (withCircumstances ? [] : allColumns.circumstance)

function nameIn({ row }: Raw, mapping: Mapping | null | undefined): string | null {
  return mapping && Array.isArray(row?.cells) ? legibleName(row.cells as string[], mapping) : null
}

function shown(
  { row, tenant, home, circumstance, before, formerHome, leftAlone }: Raw,
  withCircumstances: boolean,
): Omit<ListedRow, 'writtenName'> {
  const known = row?.last_name ? row : tenant
  const address = row?.home_number ? row : home
  const lastName = text(known, 'last_name')
  const warnings = (row?.warnings ?? []) as RowWarning[]
  return {
    key: text(row, 'tenant_id') ?? String(row?.row_number ?? tenant?.id),
    line: typeof row?.line === 'number' ? row.line : null,
    tenantId: tenant ? text(tenant, 'id') : null,
    number: text(known, 'number') ?? text(row, 'number'),
    person:
      lastName === null
        ? null
        : {
            sex: text(known, 'sex'),
            initials: text(known, 'initials'),
            firstName: text(known, 'first_name'),
            infix: text(known, 'infix'),
            lastName,
          },
    address: {
      street: text(address, 'street'),
      houseNumber: text(address, 'house_number'),
      addition: text(address, 'addition'),
      postcode: text(address, 'postcode'),
      city: text(address, 'city'),
    },
    rejection: text(row, 'rejection') as RejectReason | null,
    warnings: withCircumstances ? warnings : warnings.filter(({ field }) => !isCircumstanceField(field)),
    changes: row
      ? fieldChanges(
          row,
          { ...home, ...circumstance, ...tenant, ...before, home_id: formerHome },
          hiddenColumns(withCircumstances),
        ).map(phoneAsRead)
      : [],
    leftAlone,
  }
}

/** A number to ring as people read it. */
export function phoneAsRead({ field, before, after }: FieldChange): FieldChange {
  if (kindOfChange(field) !== 'phone') return { field, before, after }
  return { field, before: before && dialable(before).text, after: after && dialable(after).text }
}
