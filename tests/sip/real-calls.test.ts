import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { setExtension } from '#app/accounts/desk-members.server.ts'
import { listBoard } from '#app/contacts/board.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aDialledLine, anExchange } from '#prisma/builders/exchange.ts'
import { type Served, serve } from '#tests/core/served.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { missingForSip } from '#tests/support/tools-at-hand.ts'
import { until } from '#tests/support/until.ts'
import { startTelephoneExchange, type TelephoneExchange } from './telephone-exchange.ts'

/**
 * Real calls: SIPp rings, Kamailio puts it through to a set that SIPp plays, and tells of it as deploy/kamailio-rondbel.cfg
 * says; `exchange bridge` brings it to a Rondbel that runs.
 */
const missing = missingForSip()
const dialled = '0850001122'
let server: Served
let telephones: TelephoneExchange
let bridge: Bridge
let operator: DeskActor

beforeAll(async () => {
  await useDatabase()
  if (missing) return
  server = await serve()
  const linde = await aCorporation()
  const desk = await aDesk([linde])
  operator = await aDeskActor(desk, { corporations: [linde] })
  await setExtension(operator, operator.accountId ?? '', '204')
  const exchange = await anExchange(desk)
  await aDialledLine(desk, exchange, [linde, dialled])
  telephones = await startTelephoneExchange()
  bridge = await startBridge(exchange, telephones.tellsAt)
})
afterAll(async () => {
  if (missing) return
  await bridge.stop()
  await telephones.stop()
  await server.close()
})
beforeEach(({ skip }) => skip(missing !== null, missing ?? ''))

type Bridge = { output: Promise<string>; stop(): Promise<number> }

async function startBridge({ id, secret }: { id: string; secret: string }, tellsAt: string): Promise<Bridge> {
  const address = `http://127.0.0.1:${server.port}/exchanges/${id}/events`
  const options = ['--kamailio', tellsAt, '--address', address, '--secret-file', '-']
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', 'app/cli.ts', 'exchange', 'bridge', ...options],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  child.stdin?.end(secret)
  const ended = once(child, 'exit')
  let said = ''
  child.stdout?.on('data', (chunk) => {
    said += chunk
  })
  const output = child.stdout ? text(child.stdout) : Promise.resolve('')
  await until('the bridge hears Kamailio', () => said.includes('Kamailio is heard'))
  return {
    output,
    async stop() {
      child.kill('SIGTERM')
      return (await ended)[0]
    },
  }
}

type Told = Record<string, unknown> & { contact_id: string; call_state: string }

/** What became of the calls from this number, the newest last, once Rondbel has heard that they are over. */
async function callsFrom(phone: string | null): Promise<Told[]> {
  const ask = () =>
    asSuperuser<Told>(
      `SELECT c.state AS call_state, c.contact_id, c.phone, c.is_hidden, g.state, g.fell_away, g.outcome, g.due_at, g.claimed_by, g.ended_at,
        (SELECT array_agg(s.kind || coalesce(' ' || (s.details->>'how'), '') ORDER BY s.at, s.id) FROM contact_step s WHERE s.contact_id = g.id) AS steps
      FROM exchange_call c JOIN desk_contact g ON g.id = c.contact_id WHERE c.phone IS NOT DISTINCT FROM $1 ORDER BY c.started_at`,
      [phone],
    )
  await until('the calls are over', async () => {
    const calls = await ask()
    return calls.length > 0 && calls.every(({ call_state: state }) => state === 'ended')
  })
  return ask()
}
const onBoard = async (contactId: string) =>
  (await inScopeSql(operator, (tx) => listBoard(tx, operator.deskId))).find(({ id }) => id === contactId)

test('a call that is answered and hung up is in hand of whoever has the set, to be written up', async () => {
  await telephones.call({ caller: 'caller-is-answered', set: 'set-answers' }, { dialled, asserted: '0612345601' })
  const [call] = await callsFrom('+31612345601')
  expect(call).toMatchObject({
    state: 'wrapping-up',
    fell_away: null,
    claimed_by: operator.accountId,
    steps: ['arrived', 'answered', 'call-ended hung-up'],
  })
  expect(await onBoard(call?.contact_id ?? '')).toMatchObject({ claimant: operator.name, phone: '+31612345601' })
})

test('whoever gives up before anybody answers is to be rung back', async () => {
  await telephones.call({ caller: 'caller-gives-up', set: 'set-rings' }, { dialled, asserted: '0612345602' })
  const [call] = await callsFrom('+31612345602')
  expect(call).toMatchObject({
    state: 'call-back',
    fell_away: 'abandoned',
    claimed_by: null,
    due_at: expect.any(Date),
    steps: ['arrived', 'fell-away hung-up'],
  })
  expect(await onBoard(call?.contact_id ?? '')).toMatchObject({ state: 'call-back', phone: '+31612345602' })
})

test('so is whoever hears that it is busy', async () => {
  await telephones.call({ caller: 'caller-hears-busy', set: 'set-is-busy' }, { dialled, asserted: '0612345603' })
  const [call] = await callsFrom('+31612345603')
  expect(call).toMatchObject({
    state: 'call-back',
    fell_away: 'abandoned',
    due_at: expect.any(Date),
    steps: ['arrived', 'fell-away busy'],
  })
})

test('a number that is hidden is kept nowhere, also when the carrier lets it be known', async () => {
  const asserted = '0612345604'
  const hidden = { dialled, asserted, shown: 'anonymous@anonymous.invalid', privacy: 'id' } as const
  await telephones.call({ caller: 'caller-gives-up', set: 'set-rings' }, hidden)
  const [call] = await callsFrom(null)
  expect(call).toMatchObject({
    state: 'closed',
    fell_away: 'abandoned',
    outcome: 'no-number',
    is_hidden: true,
    due_at: null,
  })
  const kept = await asSuperuser(`SELECT FROM exchange_event WHERE normalised::text LIKE '%612345604%'`)
  expect(kept).toEqual([])
})

test('the bridge ends when it is told to, with everything brought and no number said', async () => {
  expect(await bridge.stop()).toBe(0)
  const said = await bridge.output
  expect(said).toMatch(/^\S+ Kamailio is heard\n$/)
})
