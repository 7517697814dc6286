import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { type CorporationScope, inScopeSql, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { requestApplication } from '#app/tenant-lists/apply-import.server.ts'
import { importTenantList } from '#app/tenant-lists/import-tenant-list.server.ts'
import { warningKey } from '#app/tenant-lists/import-warnings.ts'
import { findImport } from '#app/tenant-lists/imports.server.ts'
import { keptColumns } from '#imports/kept-columns.ts'
import { writeNextWeek } from '#tests/bench/next-week.ts'
import { asSuperuser } from '#tests/support/database.ts'

export const today = '2026-11-22'

export type Truth = {
  rows: number
  distinctTenants: number
  duplicateRows: number
  rejected: Record<string, number>
  warned: Record<string, number>
  homes: number
  criteria: Record<string, number>
}

const run = promisify(execFile)
export const folder = mkdtempSync(join(tmpdir(), 'rondbel-lists-'))
let made = 0

/** A list as the generator writes it, with what a correct import must find. */
export async function generatedList(
  options: Record<string, string | number> = {},
): Promise<{ path: string; truth: Truth }> {
  const path = join(folder, `list-${process.pid}-${++made}.csv`)
  const settings = { rows: 3000, today, ...options, out: path }
  await run(process.execPath, [
    'tests/support/tenant-list.mjs',
    ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
  ])
  return { path, truth: JSON.parse(readFileSync(`${path}.truth.json`, 'utf8')) as Truth }
}

const header =
  'Huurdernr;Voorletters;Achternaam;Geb.datum;Straat;Huisnr;Postcode;Plaats;VHE-nummer;Tel. vast;Mobiel;E-mail;Saldo achterstand;Overlast gemeld'

/** A small list by hand: each row is what differs from mevrouw De Wit. */
export function smallList(rows: Partial<Record<string, string>>[], columns = header): string {
  const defaults: Record<string, string> = {
    Voorletters: 'J.',
    Achternaam: 'Wit',
    'Geb.datum': '01-02-1940',
    Straat: 'Molenweg',
    Huisnr: '12',
    Postcode: '4901 AB',
    Plaats: 'Oosterhout',
    'Tel. vast': '0162-412233',
    Mobiel: '06-12345678',
  }
  const names = columns.split(';')
  const lines = rows.map((row, at) =>
    names.map((name) => ({ 'VHE-nummer': `V${at}`, ...defaults, ...row })[name] ?? '').join(';'),
  )
  const path = join(folder, `small-${process.pid}-${++made}.csv`)
  writeFileSync(path, `${[columns, ...lines].join('\r\n')}\r\n`)
  return path
}

export function nextWeek(path: string, every: number): { path: string; changed: number } {
  const out = join(folder, `next-${process.pid}-${++made}.csv`)
  return { path: out, ...writeNextWeek(path, out, every) }
}

/** Everything a list may change of this corporation, as one text. */
export async function dump({ id }: Pick<Corporation, 'id'>): Promise<string> {
  const [row] = await asSuperuser<{ text: string }>(
    `SELECT coalesce((SELECT string_agg(t::text, E'\\n' ORDER BY id) FROM tenant t WHERE corporation_id = $1), '') || E'\\n\\n' ||
      coalesce((SELECT string_agg(h::text, E'\\n' ORDER BY id) FROM home h WHERE corporation_id = $1), '') || E'\\n\\n' ||
      coalesce((SELECT string_agg(c::text, E'\\n' ORDER BY tenant_id) FROM tenant_circumstance c WHERE corporation_id = $1), '') AS text`,
    [id],
  )
  return row?.text ?? ''
}

const listed = keptColumns.map(({ table, column }) => `${table[0]}.${column}`)

/** The same without what differs between two runs: ids and moments. */
export async function fingerprint({ id }: Pick<Corporation, 'id'>): Promise<string> {
  const rows = await asSuperuser<{ text: string }>(
    `SELECT concat_ws('|', t.number, t.gone_since IS NULL, h.number, ${listed.join(', ')}) AS text
    FROM tenant t LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id
      LEFT JOIN tenant_circumstance c ON c.corporation_id = t.corporation_id AND c.tenant_id = t.id
    WHERE t.corporation_id = $1 ORDER BY t.number`,
    [id],
  )
  return createHash('sha256')
    .update(rows.map(({ text }) => text).join('\n'))
    .digest('hex')
}

export async function applied(corporation: Corporation, path: string, listedOn = today) {
  const answer = await importTenantList(
    systemScope(corporation.id),
    {
      path,
      fileName: 'huurders.csv',
      today: listedOn,
      apply: true,
    },
    campaignsFollowLists,
  )
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer
}

/** A list that was checked, and not applied. */
export const checkOf = (scope: CorporationScope, path: string, listedOn = today) =>
  importTenantList(scope, { path, fileName: 'a.csv', today: listedOn, apply: false }, campaignsFollowLists)

/** Says yes to a checked list and to all its warnings, so that a worker may apply it. */
export async function begun(scope: CorporationScope, importId: string) {
  const found = await findImport(scope, importId, new Date())
  const keys = (found?.warnings ?? []).map(warningKey)
  return inScopeSql(scope, (tx) => requestApplication(tx, scope, { importId, confirmed: keys }))
}
