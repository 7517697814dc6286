import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { signIn } from '#app/accounts/sign-in.server.ts'
import { baseProtocolOf } from '#app/triage/base-protocols.ts'
import { triageKinds } from '#app/triage/kinds.ts'
import type { Question } from '#app/triage/protocol.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { useDatabase } from './support/database.ts'
import { folder, generatedList, today } from './tenant-lists/lists.ts'

type Run = { code: number; output: string; complained: string; json: Record<string, unknown> }

/** What the commands of other tests need: a corporation that is there. */
let slug: string

beforeAll(async () => {
  await useDatabase()
  mkdirSync(process.env.DATA_DIR ?? '', { recursive: true })
  slug = (await aCorporation()).slug
})

async function rondbel(args: string[], { input = '', env = {} }: { input?: string; env?: object } = {}): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/cli.ts', ...args], {
    env: { ...process.env, ...env },
    stdio: 'pipe',
  })
  child.stdin.end(input)
  const [output, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code, output, complained, json: output.startsWith('{') ? JSON.parse(output) : {} }
}

function file(name: string, content: string) {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('a corporation is added once', async () => {
  const add = ['corporation', 'add', '--slug', 'de-wilg', '--name', 'De Wilg', '--json']
  const first = await rondbel(add)
  expect([first.code, first.json]).toEqual([0, expect.objectContaining({ ok: true, slug: 'de-wilg', name: 'De Wilg' })])
  const again = await rondbel(add)
  expect([again.code, again.json]).toEqual([1, { ok: false, reason: 'slug-taken' }])
})

test('a colleague is added with a password that works, and keeps it when added elsewhere', async () => {
  const add = (to: string) =>
    rondbel(
      [
        ['account', 'add', '--corporation', to, '--email', 'Sanne@Example.nl', '--name', 'Sanne Visser'],
        ['--role', 'caller', '--password-file', '-', '--json'],
      ].flat(),
      { input: 'zeven paarse fietsbellen\n' },
    )
  const added = await add(slug)
  expect([added.code, added.json]).toEqual([
    0,
    { ok: true, accountId: expect.any(String), email: 'sanne@example.nl', role: 'caller', keepsPassword: false },
  ])
  const signedIn = await signIn({ email: 'sanne@example.nl', password: 'zeven paarse fietsbellen' }, { address: '1' })
  expect(signedIn).toMatchObject({ ok: true })
  const elsewhere = (await aCorporation({ name: 'De Eik' })).slug
  const name = ['--email', 'sanne@example.nl', '--name', 'Sanne Visser', '--role', 'reader', '--json']
  const known = await rondbel(['account', 'add', '--corporation', elsewhere, ...name])
  expect([known.code, known.json.keepsPassword, known.json.password]).toEqual([0, true, undefined])
})

test('all protocols that are brought along can be published', async () => {
  const { code, output } = await rondbel(['protocol', 'check'])
  expect([code, output.match(/^✓ .+$/gm)?.length]).toEqual([0, triageKinds.length])
})

test('of a protocol that is wrong it says where and shows two callers', async () => {
  const { questions, ...rest } = baseProtocolOf('water-leak')
  const first = questions[rest.start] as Question
  const turned = { ...rest, questions: { ...questions, [rest.start]: { ...first, yes: first.no, no: first.yes } } }
  const path = file('turned.json', JSON.stringify(turned))
  const told = await rondbel(['protocol', 'check', path, '--language', 'nl'])
  expect(told.code).toBe(1)
  expect(told.output).toContain(`✗ turned.json\n  Vraag “${first.ask}” (questions.${rest.start})\n    Wie hier`)
  expect(told.output).toContain(`* ${first.ask} nee`)
  const { code, json } = await rondbel(['protocol', 'check', path, '--json'])
  expect([code, json.ok]).toEqual([1, false])
  const place = { in: 'question', id: rest.start }
  expect(json.protocols).toEqual([
    {
      name: 'turned.json',
      findings: expect.arrayContaining([expect.objectContaining({ what: 'less-urgent', place })]),
    },
  ])
})

test.each([
  ['no JSON', '{'],
  ['no protocol', '{"format": 1}'],
])('a file that is %s is asked in a wrong way', async (_, content) => {
  const { code, json } = await rondbel(['protocol', 'check', file('other.json', content), '--json'])
  expect([code, json.reason]).toEqual([2, 'usage'])
})

test('a list comes in as its truth file says, and is counted so', async () => {
  const { path, truth } = await generatedList({ rows: 600, seed: 5 })
  const day = ['--corporation', slug, '--today', today, '--json']
  const applied = await rondbel(['import', path, ...day, '--apply'])
  expect(applied.json).toMatchObject({
    ok: true,
    applied: true,
    today,
    rows: truth.rows,
    new: truth.distinctTenants,
    duplicate: truth.duplicateRows,
    rejected: truth.rejected,
    warned: truth.warned,
    homes: truth.homes,
  })
  const criteria = file('80-plus.json', JSON.stringify({ field: 'age', operator: 'at-least', value: 80 }))
  const preset = await rondbel(['count', '--preset', '80-plus', ...day])
  expect(preset.json).toMatchObject({
    ok: true,
    matched: truth.criteria['age 80 or over'],
    homes: truth.criteria['homes with someone 80 or over who is callable'],
  })
  const spoken = await rondbel(['count', '--criteria', criteria, ...day.slice(0, -1)])
  expect([spoken.code, spoken.output.split('\n')]).toEqual([
    0,
    expect.arrayContaining([`today: ${today}`, `matched: ${preset.json.matched}`, `homes: ${preset.json.homes}`]),
  ])
})

test('a desk answers a line at night, which is switched by hand and back', async () => {
  const of = ['--corporation', slug, '--line', 'Spoedreparatie', '--json']
  const hours = (...more: string[]) => rondbel(['line', 'hours', ...of, ...more])
  const ofLine = async (...args: string[]) => (await rondbel(['line', ...args])).json
  await rondbel(['desk', 'add', '--slug', 'meldkamer-cli', '--name', 'Meldkamer'])
  await rondbel(['desk', 'serve', '--desk', 'meldkamer-cli', '--corporation', slug])
  const add = ['add', '--corporation', slug, '--name', 'Spoedreparatie', '--kind', 'urgent-repairs', '--json']
  expect(await ofLine(...add)).toMatchObject({ ok: true, name: 'Spoedreparatie', kind: 'urgent-repairs' })
  expect(await ofLine(...add)).toEqual({ ok: false, reason: 'name-taken' })
  const night = ['--opens', '17:00', '--closes', '08:00', '--desk', 'meldkamer-cli']
  expect((await hours('--days', '1,2,holiday', ...night)).json).toEqual({
    ok: true,
    line: 'Spoedreparatie',
    added: 3,
  })
  expect((await hours('--days', '2', ...night)).json).toEqual({ ok: false, reason: 'overlaps', day: '2' })
  expect((await hours('--days', '2099-12-25', '--closed')).json).toMatchObject({ ok: true, added: 1 })
  expect((await hours('--days', '2', '--remove')).json).toMatchObject({ ok: true, removed: 1 })
  const wrong = await Promise.all([
    hours('--days', '8', ...night),
    hours('--days', '1'),
    hours('--days', '1', '--opens', '25:00'),
  ])
  expect(wrong.map(({ code, json }) => [code, json.message])).toEqual([
    [2, expect.stringContaining("'8' is no day")],
    [2, expect.stringContaining('--opens, --closes and --desk, or --closed')],
    [2, expect.stringContaining("'25:00' is no time")],
  ])
  const closed = await ofLine('switch', ...of, '--kind', 'closed', '--until', '2099-12-27T08:00')
  expect(closed).toEqual({ ok: true, line: 'Spoedreparatie', kind: 'closed', until: '2099-12-27T07:00:00.000Z' })
  expect(await ofLine('switch', ...of, '--back')).toMatchObject({ ok: true, ended: 1 })
  expect(await ofLine('switch', ...of, '--back')).toEqual({ ok: false, reason: 'not-switched' })
  expect(await ofLine('switch', '--corporation', slug, '--line', 'Geen', '--back', '--json')).toEqual({
    ok: false,
    reason: 'no-such-line',
    line: 'Geen',
  })
}, 120_000)

test('what it refuses, and what breaks, is 1, with the reason', async () => {
  const answers = await Promise.all([
    rondbel(['count', '--preset', 'arrears', '--corporation', 'nobody', '--json']),
    rondbel(['import', file('no-list.csv', 'hallo\n'), '--corporation', slug, '--json']),
    rondbel(['migrate', '--json'], { env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' } }),
  ])
  expect(answers.map(({ code, json }) => [code, json.ok, json.reason])).toEqual([
    [1, false, 'no-such-corporation'],
    [1, false, 'no-recognisable-header'],
    [1, false, 'failed'],
  ])
})

test('what was asked in a wrong way is 2, and says what was wrong', async () => {
  const count = ['count', '--corporation', slug, '--json']
  const runs = await Promise.all([
    rondbel([...count, '--preset', 'arrears', '--today', '2026-02-31']),
    rondbel([...count, '--criteria', file('wrong.json', '{"field":"shoe-size"}')]),
    rondbel(['import', folder, '--corporation', slug, '--json']),
    rondbel(['migrate', '--json'], { env: { PORT: 'x' } }),
  ])
  expect(runs.map(({ code, json }) => [code, json.ok, json.reason])).toEqual(runs.map(() => [2, false, 'usage']))
  expect(runs.map(({ json }) => json.message)).toEqual([
    expect.stringContaining("'2026-02-31' is no date"),
    expect.stringContaining('wrong.json cannot be used'),
    expect.stringContaining('There is no file'),
    expect.stringContaining('PORT should be a port number'),
  ])
})

test('an exchange is added to a desk, and its numbers ring a line', async () => {
  const of = ['--desk', 'meldkamer-cli', '--json']
  const added = (await rondbel(['exchange', 'add', '--kind', 'voys', '--name', 'Voys', ...of])).json
  expect(added).toEqual({ ok: true, exchange: expect.any(String), address: expect.any(String) })
  expect(new URL(String(added.address)).pathname).toMatch(
    new RegExp(`^/exchanges/${String(added.exchange)}/events/[\\w-]{43}$`),
  )
  const generic = (await rondbel(['exchange', 'add', '--kind', 'generic', '--name', 'Eigen', ...of])).json
  expect(generic).toMatchObject({ secret: expect.stringMatching(/^whsec_/), address: expect.stringMatching(/events$/) })
  const without = await rondbel(['exchange', 'add', '--kind', 'twilio', '--name', 'Twilio', ...of])
  expect([without.code, without.json.message]).toEqual([2, expect.stringContaining('key')])
  const line = ['--exchange', String(added.exchange), '--corporation', slug, '--line', 'Spoedreparatie', ...of]
  const number = async (...args: string[]) => (await rondbel(['exchange', 'number', ...args, ...line])).json
  expect(await number('085 000 1122', '--any')).toEqual({ ok: true, added: ['+31850001122', '*'] })
  expect(await number('0850001122')).toEqual({ ok: false, reason: 'number-taken', number: '+31850001122' })
  expect(await number('geen')).toEqual({ ok: false, reason: 'no-number', number: 'geen' })
  expect(await number('*', '--remove')).toEqual({ ok: true, removed: ['*'] })
  expect((await rondbel(['exchange', 'list', ...of])).json).toMatchObject({
    callsOfNobody: 0,
    exchanges: [
      { name: 'Eigen', numbers: [] },
      { name: 'Voys', numbers: ['+31850001122'], lastHeardAt: null },
    ],
  })
}, 120_000)

test('a number and an amount are set from a date, and ended again', async () => {
  const set = async (...args: string[]) => rondbel(['value', 'set', ...args, '--corporation', slug, '--json'])
  expect((await set('office', '0162 412 233', '--from', '2099-01-01')).json).toEqual({
    ok: true,
    key: 'office',
    value: '+31162412233',
    from: '2099-01-01',
  })
  expect((await set('call-out-night', '77,50')).json).toMatchObject({ ok: true, value: '7750' })
  expect((await set('call-out-night', '--none')).json).toMatchObject({ ok: true, value: null })
  expect((await set('office', '112', '--from', '2020-01-01')).json).toEqual({ ok: false, reason: 'in-the-past' })
  const wrong = await Promise.all([set('office'), set('office', '123'), set('nummer', '112')])
  expect(wrong.map(({ code }) => code)).toEqual([2, 2, 2])
}, 120_000)
