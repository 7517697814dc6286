import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { stagedColumns } from '#app/tenant-lists/copy-rows.ts'
import { listImportRows } from '#app/tenant-lists/import-rows.server.ts'
import { fieldName, sqlTypes } from '#app/tenant-lists/list-columns.ts'
import { requestUndo, undoImport } from '#app/tenant-lists/undo-import.server.ts'
import { dialable } from '#app/tenants/phone-text.server.ts'
import type { CellKind } from '#imports/cell-rules.ts'
import { type columns, definitionOf, type Field, fields, type KeptTable } from '#imports/columns.ts'
import { keptColumns } from '#imports/kept-columns.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { applied, folder } from '#tests/tenant-lists/lists.ts'

/** A number to ring is shown as people read it, +31612345678 as 06 12 34 56 78. */
const asRead = (kept: unknown) => (/^\+\d+$/.test(String(kept)) ? dialable(String(kept)).text : String(kept))

/** A column is one entry in `imports/columns.ts`: here each of them goes the whole way, from a file and back again. */
beforeAll(async () => {
  await useDatabase()
})

/** What a list says first and what the next one says, and what is kept of it. */
type Sample = {
  says: readonly [string, string]
  kept: readonly [unknown, unknown]
  /** Where, of a column that is not kept as it is. */
  where?: `${KeptTable}.${string}`
  /** What else the list must say. */
  beside?: Partial<Record<Field, string>>
}

const dates: Sample = { says: ['01-02-1950', '31-12-1951'], kept: ['1950-02-01', '1951-12-31'] }
const samples: Record<CellKind, Sample> = {
  text: { says: ['Gennep', 'Land van Cuijk'], kept: ['Gennep', 'Land van Cuijk'] },
  identifier: { says: ['0012', '0034'], kept: ['0012', '0034'] },
  date: dates,
  'birth-date': dates,
  amount: { says: ['12,50', '1.300,00'], kept: [1250, 130_000] },
  sex: { says: ['V', 'M'], kept: ['V', 'M'] },
  email: { says: ['jan@example.nl', 'j.wit@example.nl'], kept: ['jan@example.nl', 'j.wit@example.nl'] },
  language: { says: ['Nederlands', 'Turks'], kept: ['nl', 'tr'] },
  'household-size': { says: ['1', '4'], kept: [1, 4] },
  'yes-no': { says: ['ja', 'nee'], kept: [true, false] },
}

/** Columns that are read together with others, or kept elsewhere: no kind tells what becomes of them. */
type ReadTogether = {
  [Of in Field]: (typeof columns)[Of] extends { kind: CellKind; fills: string } ? never : Of
}[Exclude<Field, 'tenantNumber'>]

const text = (first: string, second: string, where?: Sample['where']): Sample => ({
  says: [first, second],
  kept: [first, second],
  ...(where ? { where } : {}),
})
const together: Record<ReadTogether, Sample> = {
  salutation: { says: ['Dhr.', 'Mevr.'], kept: ['M', 'V'], where: 'tenant.sex' },
  initials: text('J.', 'A.B.'),
  firstName: text('Jan', 'Anna'),
  infix: text('van', 'de'),
  lastName: text('Wit', 'Zwart'),
  fullName: { says: ['J. Wit', 'J. Zwart'], kept: ['Wit', 'Zwart'], where: 'tenant.last_name' },
  deceasedOn: dates,
  // what is once known of somebody's death stays known when a remark is taken away
  remark: { says: ['belt zelf', 'overleden'], kept: [false, true], where: 'tenant.is_deceased' },
  street: text('Molenweg', 'Kerkstraat'),
  houseNumber: text('12', '14'),
  addition: text('A', 'hs'),
  addressLine: { says: ['Molenweg 12', 'Kerkstraat 12'], kept: ['Molenweg', 'Kerkstraat'], where: 'home.street' },
  postcode: text('4901 AB', '4902 CD'),
  city: text('Gennep', 'Oosterhout'),
  homeNumber: text('V1', 'V2', 'tenant.home_id'),
  landline: { says: ['0162-412233', '0162-412244'], kept: ['+31162412233', '+31162412244'] },
  mobile: { says: ['06-12345678', '06-22222222'], kept: ['+31612345678', '+31622222222'] },
  phone: {
    says: ['06-33333333', '06-44444444'],
    kept: ['+31633333333', '+31644444444'],
    beside: { landline: '0162-412233', mobile: '06-12345678' },
  },
}

const sampleOf = (field: Field): Sample =>
  field in together ? together[field as ReadTogether] : samples[definitionOf(field).kind as CellKind]

const headerOf = (field: Field) =>
  `${definitionOf(field).sure} ${definitionOf(field).doubtful ?? ''}`.trim().split(/\s+/)[0] ?? ''
let files = 0

/** A list of one tenant, who has a number, a name and a home whatever the column is about. */
function listSaying(field: Field, says: string): string {
  const cells: Partial<Record<Field, string>> = {
    tenantNumber: 'H1',
    homeNumber: 'V9',
    lastName: 'Wit',
    ...sampleOf(field).beside,
    [field]: says,
  }
  if (field === 'fullName') delete cells.lastName
  const path = join(folder, `column-${process.pid}-${++files}.csv`)
  const names = (Object.keys(cells) as Field[]).map(headerOf)
  writeFileSync(path, `${names.join(';')}\r\n${Object.values(cells).join(';')}\r\n`)
  return path
}

async function keptOf(corporationId: number, where: string): Promise<unknown> {
  const [found] = await asSuperuser<{ record: Record<string, Record<string, unknown> | null> }>(
    `SELECT jsonb_build_object('tenant', to_jsonb(t) || jsonb_build_object('home_id', h.number), 'home', to_jsonb(h), 'circumstance', to_jsonb(c)) AS record
     FROM tenant t LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id
       LEFT JOIN tenant_circumstance c ON c.corporation_id = t.corporation_id AND c.tenant_id = t.id
     WHERE t.corporation_id = $1 AND t.number = 'H1'`,
    [corporationId],
  )
  const [table = '', column = ''] = where.split('.')
  return found?.record[table]?.[column]
}

const listed = fields.filter((field) => field !== 'tenantNumber')

describe.each(listed)('the column %s of a list', (field) => {
  const { kept, says, where = definitionOf(field).fills ?? '' } = sampleOf(field)

  test('is kept as the list says, is shown as a change when a next list says otherwise, and is undone', async () => {
    const corporation = await aCorporation()
    const scope = systemScope(corporation.id)
    await applied(corporation, listSaying(field, says[0]))
    expect(await keptOf(corporation.id, where)).toBe(kept[0])

    const { importId, counts } = await applied(corporation, listSaying(field, says[1]))
    expect(await keptOf(corporation.id, where)).toBe(kept[1])

    const change = { field: fieldName(where.split('.')[1] ?? ''), before: asRead(kept[0]), after: asRead(kept[1]) }
    expect(counts.changedFields).toMatchObject({ [change.field]: 1 })
    const shown = async (withCircumstances: boolean) => {
      const [row] = await listImportRows(scope, importId, { group: 'changed', page: 1, withCircumstances })
      return row?.changes
    }
    expect(await shown(true)).toContainEqual(change)
    if (where.startsWith('circumstance.')) expect(await shown(false)).toEqual([])
    else expect(await shown(false)).toContainEqual(change)

    const undoing = await inScopeSql(scope, (tx) => requestUndo(tx, scope, { importId, now: new Date() }))
    expect(undoing).toEqual({ ok: true })
    expect(await undoImport(scope, importId, campaignsFollowLists)).toMatchObject({
      ok: true,
      counts: { leftAlone: {} },
    })
    expect(await keptOf(corporation.id, where)).toBe(kept[0])
  })
})

test('what a list fills has a column of the right type in its table and among the rows being checked', async () => {
  const rows = await asSuperuser<{ at: string; type: string }>(
    `SELECT table_name || '.' || column_name AS at, data_type AS type FROM information_schema.columns WHERE table_schema = 'public'`,
  )
  const types = Object.fromEntries(rows.map(({ at, type }) => [at, type]))
  const meant = [
    ...Object.entries(stagedColumns).map(([column, type]) => [`tenant_import_row.${column}`, type]),
    ...keptColumns.map(({ table, column, kind }) => [`${tableOf[table]}.${column}`, sqlTypes[kind]]),
  ]
  expect(Object.fromEntries(meant.map(([at = '']) => [at, types[at]]))).toEqual(Object.fromEntries(meant))
})

const tableOf: Record<KeptTable, string> = { tenant: 'tenant', home: 'home', circumstance: 'tenant_circumstance' }
