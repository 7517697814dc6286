import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { modules } from './modules.ts'

/**
 * Walls that imports do not show: a query may reach into any table, whatever its file imports. Each table has one
 * module that writes it; modules after that one may read it, modules before it may not.
 */
const owners: Record<string, string> = {
  account: 'accounts',
  membership: 'accounts',
  session: 'accounts',
  invitation: 'accounts',
  audit_event: 'audit',
  audit_link: 'audit',
  corporation: 'corporations',
  urgent_number: 'corporations',
  home: 'tenants',
  tenant: 'tenants',
  tenant_circumstance: 'tenants',
  tenant_correction: 'tenants',
  number_strike: 'tenants',
  tenant_report: 'tenants',
  home_warning: 'tenants',
  base_protocol: 'triage',
  protocol_draft: 'protocols',
  protocol_change: 'protocols',
  text_approval: 'triage',
  protocol_suggestion: 'quality',
  triage_run: 'triage',
  triage_entry: 'triage',
  protocol_paper: 'papers',
  protocol_version: 'triage',
  conversation: 'conversations',
  conversation_version: 'conversations',
  tenant_import: 'tenant-lists',
  tenant_import_row: 'tenant-lists',
  tenant_import_change: 'tenant-lists',
  list_mapping: 'tenant-lists',
  deceased_answer: 'tenant-lists',
  segment: 'segments',
  follow_up: 'follow-ups',
  agency: 'referrals',
  referral: 'referrals',
  referral_notice: 'referrals',
  gesture: 'gestures',
  campaign: 'campaigns',
  campaign_caller: 'campaigns',
  campaign_day: 'campaigns',
  target: 'campaigns',
  attempt: 'calls',
  call_draft: 'calls',
  conversation_draft: 'calls',
  attempt_draft: 'calls',
  correction_draft: 'calls',
  handover: 'handovers',
  exchange: 'exchanges',
  dialled_number: 'exchanges',
  exchange_event: 'exchanges',
  exchange_call: 'exchanges',
  desk: 'desks',
  reference_value: 'reference-values',
  phone_line: 'lines',
  line_hours: 'lines',
  line_switch: 'lines',
  desk_contact: 'contacts',
  contact_step: 'contacts',
  contact_draft: 'contacts',
  operator_presence: 'contacts',
  desk_corporation: 'desks',
  desk_member: 'accounts',
  desk_invitation: 'accounts',
  desk_event: 'audit',
  desk_link: 'audit',
  idempotent_write: 'core',
  rate_limit: 'core',
}
const order = ['core', ...modules]

type Use = { file: string; table: string; writes: boolean }
/** Where a wall is crossed on purpose, and why. */
const exceptions: { file: RegExp; table: RegExp; writes: boolean; why: string }[] = [
  {
    file: /^app\/tenant-lists\/(apply|undo)-rows/,
    table: /^(home|tenant|tenant_circumstance|tenant_correction)$/,
    writes: true,
    why: 'A list writes the homes and tenants it is about, by the hundred thousand in one statement.',
  },
  {
    file: /^app\/calls\/(record-outcome|add-conversation|correct-call)/,
    table: /^target$/,
    writes: true,
    why: 'What came of a call is what moves the home on its list.',
  },
  {
    file: /^app\/calls\/target-claims/,
    table: /^target$/,
    writes: true,
    why: 'A claim is a lease that a caller lays over a home on the list.',
  },
  {
    file: /^app\/audit\/(list-audit-entries|subject-names)/,
    table:
      /^(account|invitation|urgent_number|tenant|tenant_report|tenant_correction|conversation|follow_up|referral|agency|gesture|campaign|target|segment|tenant_import)$/,
    writes: false,
    why: 'The log holds ids alone: whoever reads it sees by name who did it and what it is about.',
  },
  {
    file: /^app\/(conversations|follow-ups|referrals|gestures)\//,
    table: /^campaign$/,
    writes: false,
    why: 'Beside what was said or promised stands the round it was said in, and its money limits the cards.',
  },
  {
    file: /^app\/segments\/(matched-tenants|fields\/call-fields)/,
    table: /^(campaign|target|follow_up)$/,
    writes: false,
    why: 'A selection can leave out who was called or is on a list already, or ask for an open promise.',
  },
  {
    file: /^app\/quality\/conditions/,
    table: /^desk_contact$/,
    writes: false,
    why: 'Whether somebody who could wait rang again, and could not, stands in whose call it was.',
  },
  {
    file: /^app\/campaigns\/campaign-progress/,
    table: /^attempt$/,
    writes: false,
    why: 'How a round stands is counted from its calls.',
  },
]

const root = resolve(import.meta.dirname, '..')
const sources = ['app', 'jobs']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, String(name))))
  .filter((file) => /\.tsx?$/.test(file))

const names = Object.keys(owners).join('|')
const written = new RegExp(String.raw`\b(?:INSERT INTO|UPDATE|DELETE FROM|TRUNCATE|COPY) (?:ONLY )?(${names})\b`, 'g')
const named = new RegExp(String.raw`\b(?:FROM|JOIN|INTO|UPDATE|COPY|,) (?:ONLY )?(${names})\b(?! \()`, 'g')
/** A kit gets its table from the module that owns it: it reads and writes there. */
const given = new RegExp(String.raw`\btable: (?:sql)?['\`](${names})['\`](?!, column: '\w+', rowId)`, 'g')
const clientWrites = /\btx\.(\w+)\.(?:create|createMany|update|updateMany|upsert|delete|deleteMany)\b/g
const clientReads = /\btx\.(\w+)\.(?:find\w+|count|aggregate|groupBy)\b/g
const tableOf = (model: string) => model.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function usesOf(file: string): Use[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const sqlOnly = [...text.matchAll(/`[^`]*`/g)].map(([query]) => query).join('\n')
  const all = (source: string, pattern: RegExp) => [...source.matchAll(pattern)].map(([, name = '']) => name)
  const writes = [...all(text, written), ...all(text, given), ...all(text, clientWrites).map(tableOf)]
  const reads = [...all(sqlOnly, named), ...all(text, clientReads).map(tableOf)]
  return [
    ...[...new Set(writes)].map((table) => ({ file, table, writes: true })),
    ...[...new Set(reads)].filter((table) => !writes.includes(table)).map((table) => ({ file, table, writes: false })),
  ]
}

const moduleOf = (file: string) => file.split('/')[1] ?? ''
const uses = sources.flatMap(usesOf).filter(({ table }) => owners[table])
const isKnown = ({ file, table, writes }: Use) =>
  exceptions.some((known) => known.file.test(file) && known.table.test(table) && known.writes === writes)
const crossings = uses.filter(({ file, table, writes }) => {
  const [own, owner] = [order.indexOf(moduleOf(file)), order.indexOf(owners[table] ?? '')]
  if (moduleOf(file) === 'core' || file.startsWith('jobs/')) return owners[table] !== 'core'
  return writes ? own !== owner : own < owner
})
const show = ({ file, table, writes }: Use) => `${file} ${writes ? 'writes' : 'reads'} ${table}`

test('every table of the schema has its module, and stands in the file of it', () => {
  const mapped = readdirSync(join(root, 'prisma/schema')).flatMap((name) => {
    const schema = readFileSync(join(root, 'prisma/schema', name), 'utf8')
    return [...schema.matchAll(/@@map\("(\w+)"\)/g)].map(([, table = '']) => [table, name.replace('.prisma', '')])
  })
  expect(Object.fromEntries(mapped)).toEqual(owners)
  expect(Object.values(owners).filter((owner) => !order.includes(owner))).toEqual([])
})

test('the queries are found', () => {
  expect(uses.filter(({ writes }) => writes).length).toBeGreaterThan(40)
  expect(uses.filter(({ writes }) => !writes).length).toBeGreaterThan(100)
  // The counters of tries belong to a library, which writes its own queries.
  const found = new Set(uses.map(({ table }) => table))
  expect(Object.keys(owners).filter((table) => !found.has(table))).toEqual(['rate_limit'])
})

test('no module reads a table of a module after it, or writes one of another', () => {
  expect(crossings.filter((use) => !isKnown(use)).map(show)).toEqual([])
})

test('every exception is still needed', () => {
  const idle = exceptions.filter(
    (known) =>
      !crossings.some((use) => known.file.test(use.file) && known.table.test(use.table) && known.writes === use.writes),
  )
  expect(idle.map(({ why }) => why)).toEqual([])
})

test('no row is locked against the keys that point at it', () => {
  // FOR UPDATE waits for every row that is being written under it, and so makes rings; nobody changes a key.
  const locking = sources.filter((file) => /\bFOR UPDATE\b/.test(readFileSync(join(root, file), 'utf8')))
  expect(locking).toEqual([])
})
