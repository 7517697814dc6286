import type { SqlTx } from '#app/core/scope.server.ts'
import { joinSql, rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { stagedColumns } from './copy-rows.ts'
import { settleAnswered } from './deceased-answers.server.ts'
import { allColumns, type ListedColumns } from './list-columns.ts'
import { comparisons, differences, homeValue, openCorrections } from './listed-values.ts'

export type Classifying = { corporationId: number; importId: string; listed: ListedColumns; isAddition: boolean }

/**
 * Says of each staged row what applying it would do, and keeps in `tenant_import_row` all that is worth showing or
 * doing: everything but the rows that are as they were.
 */
export async function classifyList(tx: SqlTx, work: Classifying) {
  await tx.sql(
    sql`DELETE FROM tenant_import_row WHERE corporation_id = ${work.corporationId}::int AND import_id = ${work.importId}::uuid`,
  )
  await settleAnswered(tx, work.corporationId)
  await keepLeftOut(tx, work)
  await findHomes(tx, work)
  await keepListed(tx, work)
  if (!work.isAddition) await keepGone(tx, work)
}

const stagedNames = Object.keys(stagedColumns)
const columnList = (names: readonly string[], alias?: string) =>
  rawSql(names.map((name) => (alias ? `${alias}.${name}` : name)).join(', '))

/** Rejected rows, and of rows with one tenant number all but the last: these go no further. */
async function keepLeftOut(tx: SqlTx, { corporationId, importId }: Classifying) {
  await tx.sql(sql`
    WITH last_of AS (
      SELECT number, max(row_number) AS row_number FROM listed_row WHERE rejection IS NULL GROUP BY number HAVING count(*) > 1
    ), left_out AS (
      DELETE FROM listed_row WHERE rejection IS NOT NULL OR row_number IN (
        SELECT s.row_number FROM listed_row s JOIN last_of l ON l.number = s.number AND s.row_number < l.row_number)
      RETURNING *
    )
    INSERT INTO tenant_import_row (corporation_id, import_id, outcome, ${columnList(stagedNames)})
    SELECT ${corporationId}::int, ${importId}::uuid, CASE WHEN rejection IS NULL THEN 'duplicate' ELSE 'rejected' END, ${columnList(stagedNames)}
    FROM left_out`)
}

/**
 * The homes of the list, one row each. Where the rows of a home tell different addresses the fullest one is right, and
 * the last of equally full ones.
 */
async function findHomes(tx: SqlTx, { corporationId, listed }: Classifying) {
  const pairs = listed.home.map((column) => ({ column, listedValue: homeValue(column), known: rawSql(`h.${column}`) }))
  const { any, names } = differences(pairs)
  await tx.sql(sql`
    CREATE TEMP TABLE listed_home ON COMMIT DROP AS
    SELECT l.home_number, l.row_number, l.rows, coalesce(h.id, uuid_v7()) AS id,
      CASE WHEN h.id IS NULL THEN 'new' WHEN ${any} THEN 'changed' END AS outcome,
      CASE WHEN h.id IS NOT NULL AND ${any} THEN ${names} END AS changed
    FROM (
      SELECT home_number, count(*)::int AS rows,
        (max(num_nonnulls(street, house_number, postcode, city) * ${rawSql(fullness)} + row_number) % ${rawSql(fullness)})::int AS row_number
      FROM listed_row WHERE home_number IS NOT NULL GROUP BY home_number
    ) l
    JOIN listed_row s ON s.row_number = l.row_number
    LEFT JOIN home h ON h.corporation_id = ${corporationId}::int AND h.number = l.home_number`)
  await tx.sql(sql`
    CREATE TEMP TABLE shared_home ON COMMIT DROP AS
    SELECT l.home_number, ${columnList(allColumns.home, 's')}
    FROM listed_home l JOIN listed_row s ON s.row_number = l.row_number WHERE l.rows > 1`)
  await tx.sql(sql`ANALYZE listed_home (home_number)`)
}

/** Row numbers stay far below it. */
const fullness = '10000000000'

async function keepListed(tx: SqlTx, { corporationId, importId, listed }: Classifying) {
  const returned = { column: 'gone_since', listedValue: sql`NULL::timestamptz`, known: sql`t.gone_since` }
  const { any, names } = differences([...comparisons(listed, sql`l.id`), returned])
  const ownNames = stagedNames.filter((name) => !(allColumns.home as string[]).includes(name))
  const homeValues = allColumns.home.map((name) => rawSql(`CASE WHEN l.rows > 1 THEN m.${name} ELSE s.${name} END`))
  await tx.sql(sql`
    INSERT INTO tenant_import_row (corporation_id, import_id, ${columnList([...ownNames, ...allColumns.home])}, tenant_id, home_id,
      home_outcome, outcome, changed)
    SELECT ${corporationId}::int, ${importId}::uuid, ${columnList(ownNames, 's')}, ${joinSql(homeValues, ', ')},
      coalesce(t.id, uuid_v7()), l.id, CASE WHEN l.row_number = s.row_number THEN l.outcome END,
      CASE WHEN t.id IS NULL THEN 'new' WHEN ${any} OR l.changed IS NOT NULL THEN 'changed' ELSE 'unchanged' END,
      CASE WHEN t.id IS NOT NULL AND (${any} OR l.changed IS NOT NULL) THEN ${names} || coalesce(l.changed, '{}') END
    FROM listed_row s
    LEFT JOIN listed_home l ON l.home_number = s.home_number
    LEFT JOIN shared_home m ON m.home_number = l.home_number
    LEFT JOIN tenant t ON t.corporation_id = ${corporationId}::int AND t.number = s.number
    LEFT JOIN tenant_circumstance c ON c.corporation_id = ${corporationId}::int AND c.tenant_id = t.id
    LEFT JOIN (${openCorrections(corporationId)}) k ON k.tenant_id = t.id
    WHERE t.id IS NULL OR l.changed IS NOT NULL OR s.warnings IS NOT NULL OR k.tenant_id IS NOT NULL OR ${any}`)
}

/**
 * Tenants who are known and not in the list, under row numbers below 0: they have no row of their own. Who stands in a row
 * that is not taken, or was taken from a later one, is in the list.
 */
async function keepGone(tx: SqlTx, { corporationId, importId }: Classifying) {
  const ofImport = sql`r.corporation_id = ${corporationId}::int AND r.import_id = ${importId}::uuid`
  await tx.sql(sql`
    INSERT INTO tenant_import_row (corporation_id, import_id, row_number, outcome, tenant_id, number)
    SELECT t.corporation_id, ${importId}::uuid, (-row_number() OVER (ORDER BY t.id))::int, 'gone', t.id, t.number
    FROM tenant t
    WHERE t.corporation_id = ${corporationId}::int AND t.gone_since IS NULL
      AND NOT EXISTS (SELECT FROM listed_row s WHERE s.number = t.number)
      AND NOT EXISTS (SELECT FROM tenant_import_row r WHERE ${ofImport} AND r.outcome = 'rejected' AND r.number = t.number)
      AND NOT EXISTS (SELECT FROM (${recognised(corporationId, ofImport)}) k WHERE k.tenant_id = t.id)`)
}

/**
 * Whom a rejected row is about though their number does not stand where it should: two of number, home and last name are
 * in it. One alone may be anybody's: a house number, a neighbour of that name.
 */
const recognised = (corporationId: number, ofImport: SqlPart) => sql`
  WITH piece AS (
    SELECT r.row_number, lower(piece) AS text FROM tenant_import_row r, jsonb_array_elements_text(r.cells) cell,
      regexp_split_to_table(cell, '[;,|"\\t]+') piece
    WHERE ${ofImport} AND r.outcome = 'rejected'
  ), legible AS (
    SELECT row_number, regexp_replace(text, '\\s+', '', 'g') AS word FROM piece
    UNION SELECT row_number, word FROM piece, regexp_split_to_table(text, '\\s+') word
  ), numbered AS (
    SELECT l.row_number, t.id AS tenant_id FROM legible l
    JOIN tenant t ON t.corporation_id = ${corporationId}::int AND lower(t.number) = l.word
  ), housed AS (
    SELECT l.row_number, t.id AS tenant_id FROM legible l
    JOIN home h ON h.corporation_id = ${corporationId}::int AND lower(h.number) = l.word
    JOIN tenant t ON t.corporation_id = h.corporation_id AND t.home_id = h.id
    UNION
    SELECT l.row_number, t.id FROM legible l
    JOIN home h ON h.corporation_id = ${corporationId}::int AND lower(replace(h.postcode, ' ', '')) = l.word
    JOIN legible n ON n.row_number = l.row_number AND n.word = lower(h.house_number)
    JOIN tenant t ON t.corporation_id = h.corporation_id AND t.home_id = h.id
  )
  SELECT n.tenant_id FROM numbered n JOIN housed USING (row_number, tenant_id)
  UNION
  SELECT f.tenant_id FROM (SELECT * FROM numbered UNION SELECT * FROM housed) f
  JOIN tenant t ON t.corporation_id = ${corporationId}::int AND t.id = f.tenant_id
  JOIN tenant_import_row r ON ${ofImport} AND r.row_number = f.row_number
  WHERE position(lower(t.last_name) IN lower(r.cells::text)) > 0`
