import type pg from 'pg'

/** What would bring the CHECKs of this database to the lists: one statement for each that is missing or says otherwise. */
export async function checkDifference(client: pg.Client, lists: Record<string, readonly string[]>): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
  )
  const standing = new Map(rows.map(({ name, definition }) => [name, literalsIn(definition)]))
  return Object.entries(lists).flatMap(([path, codes]) => {
    const check = checkOf(path, codes)
    const known = standing.get(check.name)
    if (known && sameCodes(known, codes)) return []
    const drop = known ? `DROP CONSTRAINT "${check.name}",\n  ` : ''
    return [`ALTER TABLE "${check.table}"\n  ${drop}ADD CONSTRAINT "${check.name}" CHECK (${check.condition});`]
  })
}

/** `'open'::text, 'done'::text`, as PostgreSQL writes a list back. */
function literalsIn(definition: string) {
  return [...definition.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, code = '']) => code.replaceAll("''", "'"))
}

function sameCodes(some: readonly string[], others: readonly string[]) {
  return JSON.stringify(some.toSorted()) === JSON.stringify(others.toSorted())
}

function checkOf(path: string, codes: readonly string[]) {
  const [table = '', column = ''] = path.replace('[]', '').split('.')
  const list = codes.map((code) => `'${code.replaceAll("'", "''")}'`).join(', ')
  const condition = path.endsWith('[]') ? `"${column}" <@ ARRAY[${list}]` : `"${column}" IN (${list})`
  return { table, name: `${table}_${column}_check`, condition }
}
