import { beforeAll, expect, test } from 'vitest'
import { closedLists } from '#prisma/closed-lists.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

/** Columns that sound like a closed list and are none, and why. */
const open: Record<string, string> = {
  'audit_event.action': 'lines of earlier versions stay; the compiler knows the actions of this one',
  'audit_event.subject_kind': 'goes with the action',
  'desk_event.action': 'as in the book of a corporation',
  'desk_event.subject_kind': 'goes with the action',
  'idempotent_write.operation': 'a name in the code, forgotten after some days',
  'rate_limit.key': 'whoever tries, and what',
  'tenant.language': 'any of ISO 639-1',
  'tenant_import_row.language': 'goes into tenant.language',
  'tenant_import_row.rejection': 'lives as long as the check of one list',
  'base_protocol.kind': 'one of a version before may have a kind that is gone',
  'protocol_version.reason': 'a sentence of whoever publishes it',
  'tenant_import_row.sex': 'goes into tenant.sex',
}

beforeAll(() => useDatabase())

test('each CHECK of the database takes exactly the codes of its list', async () => {
  const checks = await asSuperuser<{ table: string; column: string; definition: string }>(`
    SELECT k.conrelid::regclass::text AS table, a.attname AS column, pg_get_constraintdef(k.oid) AS definition
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
    -- One over several columns says how they go together.
    WHERE k.contype = 'c' AND cardinality(k.conkey) = 1 AND k.connamespace = 'public'::regnamespace ORDER BY 1, 2`)
  const taken = checks.map(({ table, column, definition }) => [
    `${table}.${column}${definition.includes('<@') ? '[]' : ''}`,
    [...definition.matchAll(/'([^']*)'::text/g)].map(([, code]) => code).toSorted(),
  ])
  const listed = Object.entries(closedLists).map(([path, codes]) => [path, codes.toSorted()])
  expect(Object.fromEntries(taken)).toEqual(Object.fromEntries(listed))
})

test('every column that sounds like a closed list is one, or says why not', async () => {
  const columns = await asSuperuser<{ path: string }>(`
    SELECT c.relname || '.' || a.attname || CASE a.atttypid WHEN 'text[]'::regtype THEN '[]' ELSE '' END AS path
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
      AND a.atttypid IN ('text'::regtype, 'text[]'::regtype)
      AND a.attname ~ '(^|_)(action|agreed|basis|channel|circumstances|ending|fell_away|field|how|key|kind|language|left_alone|mode|operation|outcome|reason|rejection|result|role|sex|signal|sign|state|status|topics|type|wellbeing)$'`)
  const known = new Set([...Object.keys(closedLists), ...Object.keys(open)])
  expect(columns.map(({ path }) => path).filter((path) => !known.has(path))).toEqual([])
  const there = new Set(columns.map(({ path }) => path))
  expect([...known].filter((path) => !there.has(path))).toEqual([])
})

test('the database refuses a code that no list has', async () => {
  await expect(
    asSuperuser(`INSERT INTO corporation (slug, name, language, sealed_key) VALUES ('x', 'X', 'fy', '')`),
  ).rejects.toThrow('corporation_language_check')
})
