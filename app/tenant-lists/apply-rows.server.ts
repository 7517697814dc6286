import type { SqlTx } from '#app/core/scope.server.ts'
import { joinSql, rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { allColumns, correctable, type ListedColumns } from './list-columns.ts'
import {
  circumstanceValue,
  hasCircumstance,
  homeValue,
  newValue,
  openCorrections,
  tenantValue,
} from './listed-values.ts'

export type Applying = {
  corporationId: number
  importId: string
  listed: ListedColumns
  /** The moment of applying, as the database wrote it. */
  at: string
}

const text = (names: readonly string[]) => rawSql(names.join(', '))
const newValues = (names: readonly string[]) => joinSql(names.map(newValue), ', ')

/** Rows of one stretch of the list: new homes, the tenants in them and their circumstances. */
export async function addListed(
  tx: SqlTx,
  { corporationId, importId, at }: Applying,
  { from, to }: { from: number; to: number },
) {
  const stretch = sql`FROM tenant_import_row s WHERE s.corporation_id = ${corporationId}::int AND s.import_id = ${importId}::uuid
    AND s.row_number >= ${from}::int AND s.row_number < ${to}::int`
  await tx.sql(sql`
    INSERT INTO tenant (corporation_id, id, number, ${text(allColumns.tenant)}, first_import_id, last_import_id, updated_at)
    SELECT s.corporation_id, s.tenant_id, s.number, ${newValues(allColumns.tenant)}, s.import_id, s.import_id, ${at}::timestamptz
    ${stretch} AND s.outcome = 'new'`)
  await tx.sql(sql`
    INSERT INTO tenant_circumstance (corporation_id, tenant_id, ${text(allColumns.circumstance)})
    SELECT s.corporation_id, s.tenant_id, ${newValues(allColumns.circumstance)}
    ${stretch} AND s.outcome = 'new' AND ${hasCircumstance('s')}`)
}

/** Homes come first: a partner higher up in the list may live in a home that a later row tells about. */
export async function addHomes(
  tx: SqlTx,
  { corporationId, importId }: Applying,
  { from, to }: { from: number; to: number },
) {
  await tx.sql(sql`
    INSERT INTO home (corporation_id, id, number, ${text(allColumns.home)}, first_import_id)
    SELECT s.corporation_id, s.home_id, s.home_number, ${newValues(allColumns.home)}, s.import_id
    FROM tenant_import_row s WHERE s.corporation_id = ${corporationId}::int AND s.import_id = ${importId}::uuid
      AND s.row_number >= ${from}::int AND s.row_number < ${to}::int AND s.home_outcome = 'new'`)
}

/** Homes, tenants and circumstances that differ, with what stood there before written down first. */
export async function changeListed(tx: SqlTx, applying: Applying) {
  await keepBefore(tx, applying)
  await changeHomes(tx, applying)
  await changeTenants(tx, applying)
  await changeCircumstances(tx, applying)
  await keepAfter(tx, applying)
}

const ofImport = ({ corporationId, importId }: Applying) =>
  sql`s.corporation_id = ${corporationId}::int AND s.import_id = ${importId}::uuid`
const touches = (names: readonly string[]) =>
  rawSql(`s.changed && ARRAY[${names.map((name) => `'${name}'`).join(', ')}]`)
const tenantTouched = touches([...allColumns.tenant, 'gone_since'])
const circumstanceTouched = touches(allColumns.circumstance)

/** The named columns of a row as JSON. */
const picked = (row: SqlPart, names: SqlPart) =>
  sql`(SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(to_jsonb(${row})) WHERE key = ANY(${names}))`

async function keepBefore(tx: SqlTx, applying: Applying) {
  const change = (kind: string) => sql`
    INSERT INTO tenant_import_change (corporation_id, import_id, subject_kind, subject_id, kind, before, after)
    SELECT s.corporation_id, s.import_id, ${rawSql(`'${kind}'`)}, `
  await tx.sql(sql`${change('home')} h.id, 'changed', ${picked(sql`h`, rawSql(arrayOf(allColumns.home)))}, '{}'
    FROM tenant_import_row s JOIN home h ON h.corporation_id = s.corporation_id AND h.id = s.home_id
    WHERE ${ofImport(applying)} AND s.home_outcome = 'changed'`)
  await tx.sql(sql`${change('tenant')} t.id, CASE WHEN s.outcome = 'gone' THEN 'gone' WHEN 'gone_since' = ANY(s.changed) THEN 'returned' ELSE 'changed' END,
      ${picked(sql`t`, sql`(coalesce(s.changed, '{gone_since}') || '{last_import_id,updated_at}')`)}, '{}'
    FROM tenant_import_row s JOIN tenant t ON t.corporation_id = s.corporation_id AND t.id = s.tenant_id
    WHERE ${ofImport(applying)} AND (s.outcome = 'gone' OR ${tenantTouched})`)
  await tx.sql(sql`${change('circumstance')} s.tenant_id, CASE WHEN c.tenant_id IS NULL THEN 'added' ELSE 'changed' END,
      CASE WHEN c.tenant_id IS NULL THEN (SELECT jsonb_object_agg(name, NULL) FROM unnest(s.changed) name) ELSE ${picked(sql`c`, rawSql(arrayOf(allColumns.circumstance)))} END, '{}'
    FROM tenant_import_row s LEFT JOIN tenant_circumstance c ON c.corporation_id = s.corporation_id AND c.tenant_id = s.tenant_id
    WHERE ${ofImport(applying)} AND ${circumstanceTouched}`)
}

async function keepAfter(tx: SqlTx, { corporationId, importId }: Applying) {
  const change = (kind: string, table: string, id: string) => sql`
    UPDATE tenant_import_change x SET after = (
      SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(n)) WHERE key = ANY(${rawSql(keptKeys[kind as keyof typeof keptKeys])}))
    FROM ${rawSql(table)} n
    WHERE x.corporation_id = ${corporationId}::int AND x.import_id = ${importId}::uuid AND x.subject_kind = ${rawSql(`'${kind}'`)}
      AND n.corporation_id = x.corporation_id AND n.${rawSql(id)} = x.subject_id`
  await tx.sql(change('home', 'home', 'id'))
  await tx.sql(change('tenant', 'tenant', 'id'))
  await tx.sql(change('circumstance', 'tenant_circumstance', 'tenant_id'))
}

const arrayOf = (names: readonly string[]) => `ARRAY[${names.map((name) => `'${name}'`).join(', ')}]`
// When a tenant was last imported is restored, but does not tell whether somebody touched them since.
const keptKeys = {
  home: `ARRAY(SELECT jsonb_object_keys(x.before))`,
  tenant: `ARRAY(SELECT jsonb_object_keys(x.before - '{last_import_id,updated_at}'::text[]))`,
  circumstance: arrayOf(allColumns.circumstance),
}

async function changeHomes(tx: SqlTx, applying: Applying) {
  if (applying.listed.home.length === 0) return
  const set = applying.listed.home.map((name) => sql`${rawSql(name)} = ${homeValue(name)}`)
  await tx.sql(sql`
    UPDATE home h SET ${joinSql(set, ', ')} FROM tenant_import_row s
    WHERE ${ofImport(applying)} AND s.home_outcome = 'changed' AND h.corporation_id = s.corporation_id AND h.id = s.home_id`)
}

async function changeTenants(tx: SqlTx, applying: Applying) {
  const { corporationId, importId, at } = applying
  const set = applying.listed.tenant.map(
    (name) =>
      sql`${rawSql(name)} = CASE WHEN ${rawSql(`'${name}'`)} = ANY(s.changed) THEN ${tenantValue(name)} ELSE ${rawSql(`t.${name}`)} END`,
  )
  await tx.sql(sql`
    UPDATE tenant t SET ${joinSql([...set, sql`gone_since = NULL`, sql`last_import_id = ${importId}::uuid`, sql`updated_at = ${at}::timestamptz`], ', ')}
    FROM tenant_import_row s LEFT JOIN (${openCorrections(corporationId)}) k ON k.tenant_id = s.tenant_id
    WHERE ${ofImport(applying)} AND s.outcome = 'changed' AND ${tenantTouched} AND t.corporation_id = s.corporation_id AND t.id = s.tenant_id`)
  await tx.sql(sql`
    UPDATE tenant t SET gone_since = ${at}::timestamptz, last_import_id = ${importId}::uuid, updated_at = ${at}::timestamptz FROM tenant_import_row s
    WHERE ${ofImport(applying)} AND s.outcome = 'gone' AND t.corporation_id = s.corporation_id AND t.id = s.tenant_id`)
}

async function changeCircumstances(tx: SqlTx, applying: Applying) {
  const { circumstance } = applying.listed
  if (circumstance.length === 0) return
  const set = circumstance.map((name) => rawSql(`${name} = EXCLUDED.${name}`))
  await tx.sql(sql`
    INSERT INTO tenant_circumstance (corporation_id, tenant_id, ${text(circumstance)})
    SELECT s.corporation_id, s.tenant_id, ${joinSql(
      circumstance.map((name) => circumstanceValue('s', name)),
      ', ',
    )}
    FROM tenant_import_row s WHERE ${ofImport(applying)} AND s.outcome = 'changed' AND ${circumstanceTouched}
    ON CONFLICT (corporation_id, tenant_id) DO UPDATE SET ${joinSql(set, ', ')}`)
}

/** A correction the list has taken over has done its work; of the others the list's newest word is kept. */
export async function settleCorrections(tx: SqlTx, applying: Applying) {
  const fields = correctable.filter((name) => applying.listed.tenant.includes(name))
  if (fields.length === 0) return
  const listedValue = sql`CASE k.field ${joinSql(
    fields.map((name) => rawSql(`WHEN '${name}' THEN s.${name}`)),
    '\n',
  )} END`
  await tx.sql(sql`
    UPDATE tenant_correction k SET list_value = ${listedValue}, agreed_at = CASE WHEN ${listedValue} IS NOT DISTINCT FROM k.value THEN ${applying.at}::timestamptz END
    FROM tenant_import_row s
    WHERE ${ofImport(applying)} AND s.outcome IN ('changed', 'unchanged') AND k.corporation_id = s.corporation_id AND k.tenant_id = s.tenant_id
      AND k.agreed_at IS NULL AND k.replaced_at IS NULL AND k.field IN (${rawSql(fields.map((name) => `'${name}'`).join(', '))})`)
}
