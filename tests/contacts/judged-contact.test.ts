import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { anonymiseContacts } from '#app/contacts/anonymise-contacts.server.ts'
import { claimContact } from '#app/contacts/claim-contact.server.ts'
import { answerDanger, setUrgency } from '#app/contacts/judge-contact.server.ts'
import { openContact } from '#app/contacts/open-contact.server.ts'
import { missOutside, reachOutside, sendOutside } from '#app/contacts/ring-outside.server.ts'
import { takeOver } from '#app/contacts/take-over.server.ts'
import {
  answerInContact,
  chooseKind,
  noteCosts,
  noteReadBack,
  noteSafetyRead,
  overrideInContact,
  setCircumstanceOf,
} from '#app/contacts/triage-contact.server.ts'
import { askLater, noteNumber, notePlace } from '#app/contacts/whereabouts.server.ts'
import { type InHand, inScopeSql, type Scope, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { foldRun } from '#app/triage/fold-run.ts'
import type { Answer } from '#app/triage/protocol.ts'
import { currentRun, type KeptRun, readRuns } from '#app/triage/read-runs.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aHeldContact, rowOf, stepsOf } from '#tests/contacts/a-record.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let eik: Corporation
let operator: DeskActor
let colleague: DeskActor
let elsewhere: DeskActor

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  eik = await aCorporation({ name: 'De Eik' })
  const desk = await aDesk([linde, eik])
  operator = await aDeskActor(desk, { corporations: [linde, eik] })
  colleague = await aDeskActor(desk, { corporations: [linde, eik], name: 'Sem de Boer' })
  elsewhere = await aDeskActor(await aDesk([linde]), { corporations: [linde], name: 'Noor Vos' })
})

type Held = Awaited<ReturnType<typeof aHeldContact>>

const runsOf = ({ at, contactId }: Held) => inScopeSql(at, (tx) => readRuns(tx, at, contactId))

/** The one that holds, of which the columns are what its entries come to. */
async function runOf(held: Held): Promise<KeptRun> {
  const run = currentRun(await runsOf(held))
  if (!run) throw new Error('There is no run.')
  const { answers, circumstances, verdict, judgedAt, override, overriddenBy, readBackAt, ringBackAt, rungBackAt } = run
  expect(foldRun(run.entries)).toEqual({
    ...{ answers, circumstances, verdict, judgedAt, override, overriddenBy },
    ...{ readBackAt, ringBackAt, rungBackAt },
  })
  return run
}

const aLeak = async (): Promise<Held> => {
  const held = await aHeldContact(operator, linde)
  expect(await chooseKind(held.at, { ...held, kind: 'water-leak' })).toEqual({ ok: true })
  return held
}

function fail(): never {
  throw new Error('It is judged on nothing.')
}

const answer = ({ at, contactId, fence }: Held, question: string, said: Answer) =>
  answerInContact(at, { contactId, fence, question, answer: said })

/** It does not stop and cannot be held: urgent, within two hours. */
async function anUrgentLeak(): Promise<Held> {
  const held = await aLeak()
  for (const [question, said] of [
    ['near-power', 'no'],
    ['stays-in-basin', 'no'],
    ['stopped', 'no'],
    ['bucket', 'no'],
  ] as const)
    expect(await answer(held, question, said)).toMatchObject({ ok: true })
  return held
}

/** It runs away by itself: the next working day. */
async function aDrip(): Promise<Held> {
  const held = await aLeak()
  await answer(held, 'near-power', 'no')
  await answer(held, 'stays-in-basin', 'yes')
  return held
}

describe('a caller is judged', () => {
  test('on the base when the corporation has nothing of its own; the contact is of that kind', async () => {
    const held = await aLeak()
    const run = await runOf(held)
    expect(run).toMatchObject({
      kind: 'water-leak',
      version: null,
      starter: 'Yasmin Bakker',
      verdict: null,
    })
    expect(await asSuperuser('SELECT kind FROM desk_contact WHERE id = $1', [held.contactId])).toEqual([
      { kind: 'water-leak' },
    ])
    expect(await stepsOf(held.contactId)).toContain('kind-found')
  })

  test('answer by answer; when nothing is left to ask there is a verdict', async () => {
    const held = await anUrgentLeak()
    const run = await runOf(held)
    expect(run.verdict).toMatchObject({ class: 'urgent', hours: 2, rule: 3, end: 'runs-on' })
    expect(run.entries.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'answer', 'answer', 'verdict'])
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 1 })
  })

  test('and each answer brings along what is asked next, or what comes out, as the page shows it', async () => {
    const held = await aLeak()
    const page = async () => {
      const opened = await openContact(held.at, held.contactId, new Date())
      const { id, entryCount, steps, asking, circumstances, verdict } = opened?.judging?.run ?? fail()
      return { urgency: opened?.contact.urgency, run: { id, entryCount, steps, asking, circumstances, verdict } }
    }
    const next = await answer(held, 'near-power', 'no')
    expect(next).toMatchObject({
      answered: { run: { entryCount: 1, asking: { id: 'stays-in-basin' }, verdict: null } },
    })
    expect(next).toEqual({ ok: true, answered: await page() })
    const last = await answer(held, 'stays-in-basin', 'yes')
    expect(last).toMatchObject({ answered: { run: { asking: null, verdict: { class: 'working-day' } } } })
    expect(last).toEqual({ ok: true, answered: await page() })
  })

  test('once: the same answer again, as by a double click, writes nothing', async () => {
    const held = await aLeak()
    await Promise.all([answer(held, 'near-power', 'no'), answer(held, 'near-power', 'no')])
    expect((await runOf(held)).entries).toHaveLength(1)
  })

  test('a corrected answer keeps the former, and what followed from it', async () => {
    const held = await anUrgentLeak()
    await answer(held, 'near-power', 'unknown')
    const run = await runOf(held)
    expect(run.answers).toMatchObject({ 'near-power': 'unknown' })
    expect(run.verdict).toBeNull()
    const given = run.entries.flatMap((one) => (one.kind === 'answer' ? [one.details] : []))
    expect(given.filter(({ question }) => question === 'near-power').map((one) => one.answer)).toEqual([
      'no',
      'unknown',
    ])
    await answer(held, 'near-power', 'no')
    expect((await runOf(held)).verdict).toMatchObject({ rule: 3 })
  })

  test('only on what is asked', async () => {
    const held = await aLeak()
    expect(await answer(held, 'ceiling', 'yes')).toEqual({ ok: false, reason: 'not-asked' })
    expect(await answer(held, 'constructor', 'yes')).toEqual({ ok: false, reason: 'not-asked' })
    expect((await runOf(held)).entries).toHaveLength(0)
  })

  test('raised by a circumstance, which can be taken back', async () => {
    const held = await aDrip()
    const frail = (holds: boolean) => setCircumstanceOf(held.at, { ...held, circumstance: 'frail', holds })
    await frail(true)
    await frail(true)
    const raised = await runOf(held)
    expect(raised.verdict).toMatchObject({ class: 'urgent', raisedBy: ['frail'], raisedFrom: 'down-the-drain' })
    expect(raised.entries.filter(({ kind }) => kind === 'circumstances')).toHaveLength(1)
    await frail(false)
    expect((await runOf(held)).verdict).toMatchObject({ class: 'working-day', raisedBy: [] })
  })

  test('of another kind after all: the first run stays, replaced', async () => {
    const held = await anUrgentLeak()
    await chooseKind(held.at, { ...held, kind: 'no-heating' })
    const runs = await runsOf(held)
    expect(runs.map(({ kind, replacedAt }) => [kind, replacedAt !== null])).toEqual([
      ['no-heating', false],
      ['water-leak', true],
    ])
    expect(runs[1]?.entries).toHaveLength(5)
    await chooseKind(held.at, { ...held, kind: 'other-question' })
    expect(currentRun(await runsOf(held))).toBeNull()
    expect(await chooseKind(held.at, { ...held, kind: 'chat' })).toMatchObject({ ok: false })
  })
})

describe('how urgent the contact is', () => {
  test('follows the verdict, down too when only the line or a verdict said it', async () => {
    const held = await aDrip()
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 2 })
    await answer(held, 'stays-in-basin', 'no')
    for (const question of ['stopped', 'bucket']) await answer(held, question, 'no')
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 1 })
    expect((await stepsOf(held.contactId)).filter((kind) => ['raised', 'lowered'].includes(kind))).toEqual([
      'lowered',
      'raised',
    ])
  })

  test('never goes below what the question about danger said; who lowers it says why', async () => {
    const held = await aHeldContact(operator, linde)
    await answerDanger(held.at, { ...held, danger: 'unknown' })
    await chooseKind(held.at, { ...held, kind: 'water-leak' })
    await answer(held, 'near-power', 'no')
    await answer(held, 'stays-in-basin', 'yes')
    expect((await runOf(held)).verdict).toMatchObject({ class: 'working-day' })
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 0 })
    await setUrgency(held.at, { ...held, urgency: 1, reason: 'looked-into', words: '' })
    await setCircumstanceOf(held.at, { ...held, circumstance: 'uneasy', holds: true })
    await setCircumstanceOf(held.at, { ...held, circumstance: 'uneasy', holds: false })
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 1 })
  })

  test('nor below what was raised by hand or said in the form', async () => {
    const held = await aLeak()
    await setUrgency(held.at, { ...held, urgency: 0, reason: null, words: '' })
    await answer(held, 'near-power', 'no')
    await answer(held, 'stays-in-basin', 'yes')
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 0 })
    const form = await aHeldContact(colleague, linde, { kind: 'general' })
    await asSuperuser('UPDATE desk_contact SET urgency = 1 WHERE id = $1', [form.contactId])
    await chooseKind(form.at, { ...form, kind: 'water-leak' })
    await answer(form, 'near-power', 'no')
    await answer(form, 'stays-in-basin', 'yes')
    expect(await rowOf(form.contactId)).toMatchObject({ urgency: 1 })
  })

  test.each([
    ['stays as urgent as somebody decided on another kind', null, 0],
    ['but not when they made it less urgent themselves since', 1, 1],
  ] as const)('%s', async (_, lowered, urgency) => {
    const held = await aDrip()
    await overrideInContact(held.at, { ...held, verdictClass: 'danger', hours: null, reason: null, words: '' })
    if (lowered) await setUrgency(held.at, { ...held, urgency: lowered, reason: 'looked-into', words: '' })
    await chooseKind(held.at, { ...held, kind: 'no-heating' })
    await chooseKind(held.at, { ...held, kind: 'water-leak' })
    await answer(held, 'near-power', 'no')
    await answer(held, 'stays-in-basin', 'yes')
    expect((await runOf(held)).verdict).toMatchObject({ class: 'working-day' })
    expect(await rowOf(held.contactId)).toMatchObject({ urgency })
  })

  test('a sign of danger says what it is about; who is hurt is not judged on anything', async () => {
    const held = await aHeldContact(operator, linde)
    await answerDanger(held.at, { ...held, danger: 'gas' })
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 0, is_danger: true, danger_sign: 'gas' })
    expect(await runOf(held)).toMatchObject({ kind: 'gas-leak' })
    const hurt = await aHeldContact(colleague, linde)
    await answerDanger(hurt.at, { ...hurt, danger: 'hurt' })
    expect(await runsOf(hurt)).toEqual([])
    await answerDanger(hurt.at, { ...hurt, danger: 'no' })
    expect(await stepsOf(hurt.contactId)).toContain('danger-denied')
    expect(await rowOf(hurt.contactId)).toMatchObject({ urgency: 0, danger_sign: null })
  })
})

describe('an operator decides otherwise', () => {
  const override = (held: Held, fields: Partial<Parameters<typeof overrideInContact>[1]>) =>
    overrideInContact(held.at, { ...held, verdictClass: 'urgent', hours: 4, reason: null, words: '', ...fields })

  test('up freely, and back to what the protocol says', async () => {
    const held = await aDrip()
    expect(await override(held, {})).toMatchObject({
      answered: { urgency: 1, run: { verdict: { override: { by: 'Yasmin Bakker' } } } },
    })
    expect(await runOf(held)).toMatchObject({
      override: { class: 'urgent', hours: 4, direction: 'up', reason: null },
      overrider: 'Yasmin Bakker',
      verdict: { class: 'working-day' },
    })
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 1 })
    await override(held, { verdictClass: 'working-day' })
    expect((await runOf(held)).override).toBeNull()
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 2 })
  })

  test.each([
    ['nobody is sent after all', 'working-day'],
    ['it is danger', 'danger'],
  ] as const)('and whoever is locked out is not asked to pay when %s', async (_, verdictClass) => {
    const held = await aHeldContact(operator, linde)
    await chooseKind(held.at, { ...held, kind: 'locked-out' })
    for (const [question, said] of [
      ['help-inside', 'no'],
      ['other-way-in', 'no'],
      ['safe-place', 'no'],
      ['key-gone-outside', 'yes'],
    ] as const)
      await answer(held, question, said)
    const shown = async () => (await openContact(held.at, held.contactId, new Date()))?.judging?.run?.verdict
    const before = await shown()
    await override(held, { verdictClass, hours: null, reason: 'others-are-there' })
    expect([before?.isOwnAccount, (await shown())?.isOwnAccount]).toEqual([true, false])
  })

  test('down with a reason, and words when it is another one; nobody reads them in the database', async () => {
    const held = await anUrgentLeak()
    expect(await override(held, { hours: 24 })).toMatchObject({ errors: { reason: 'reason-required' } })
    expect(await override(held, { hours: 24, reason: 'otherwise' })).toMatchObject({
      errors: { words: 'words-required' },
    })
    const words = 'De buurman heeft een pomp.'
    expect(await override(held, { hours: 24, reason: 'otherwise', words })).toMatchObject({ ok: true })
    const run = await runOf(held)
    expect(run.override).toEqual({ class: 'urgent', hours: 24, direction: 'down', reason: 'otherwise' })
    expect(run.entries.at(-1)).toMatchObject({ kind: 'override', words })
    const [kept] = await asSuperuser<{ words_sealed: Uint8Array }>(
      "SELECT words_sealed FROM triage_entry WHERE kind = 'override'",
    )
    expect(Buffer.from(kept?.words_sealed ?? []).toString()).not.toContain('pomp')
  })

  test('down no longer holds when the answers say something worse; up holds while it is more', async () => {
    const held = await anUrgentLeak()
    await override(held, { verdictClass: 'working-day', reason: 'can-wait' })
    await answer(held, 'near-power', 'yes')
    await answer(held, 'sparks', 'yes')
    expect(await runOf(held)).toMatchObject({ verdict: { class: 'danger' }, override: null })
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 0 })
  })
})

describe('what was said', () => {
  test('each safety line is told once, and only those of this end', async () => {
    const held = await anUrgentLeak()
    for (const line of [0, 1, 1]) expect(await noteSafetyRead(held.at, { ...held, line })).toMatchObject({ ok: true })
    expect(await noteSafetyRead(held.at, { ...held, line: 19 })).toEqual({ ok: false, reason: 'not-asked' })
    expect((await runOf(held)).entries.filter(({ kind }) => kind === 'safety-read')).toHaveLength(2)
  })

  test('the costs, with what they were then, and what the caller said', async () => {
    const held = await anUrgentLeak()
    await noteCosts(held.at, { ...held, agreed: 'no' })
    await noteCosts(held.at, { ...held, agreed: 'yes' })
    await noteCosts(held.at, { ...held, agreed: 'yes' })
    const told = (await runOf(held)).entries.flatMap((one) => (one.kind === 'costs-agreed' ? [one.details.agreed] : []))
    expect(told).toEqual([false, true])
  })

  test('what was read back, sealed; corrected, both texts; and anew after another answer', async () => {
    const held = await anUrgentLeak()
    await noteReadBack(held.at, { ...held, read: 'Ik vat het samen.', corrected: 'Het is de keuken.' })
    const run = await runOf(held)
    expect(run.readBackAt).not.toBeNull()
    expect(run.entries.slice(-2)).toMatchObject([
      { details: { state: 'read' }, words: 'Ik vat het samen.' },
      { details: { state: 'corrected' }, words: 'Het is de keuken.' },
    ])
    await noteReadBack(held.at, { ...held, read: 'Ik vat het samen.', corrected: 'Het is de keuken.' })
    expect((await runOf(held)).entries).toHaveLength(run.entries.length)
    await answer(held, 'bucket', 'unknown')
    expect((await runOf(held)).readBackAt).toBeNull()
  })

  test('what was typed goes two years after it was closed, what came of it stays', async () => {
    const held = await anUrgentLeak()
    await noteReadBack(held.at, { ...held, read: 'Ik vat het samen.', corrected: '' })
    await notePlace(held.at, { ...held, place: 'Hal van de Linde' })
    await asSuperuser(
      `UPDATE desk_contact SET state = 'closed', outcome = 'solved', claimed_by = NULL, closed_at = now() - interval '25 months' WHERE id = $1`,
      [held.contactId],
    )
    expect(await anonymiseContacts(systemScope(linde.id), new Date())).toBe(1)
    expect(await asSuperuser('SELECT FROM triage_entry WHERE words_sealed IS NOT NULL')).toEqual([])
    expect(await rowOf(held.contactId)).toMatchObject({ place_sealed: null })
    expect((await runOf(held)).verdict).toMatchObject({ rule: 3 })
  })
})

describe('rung back outside', () => {
  async function aGasLeak(phone: string | null = '+31612345678') {
    const held = await aHeldContact(operator, linde, { phone })
    await answerDanger(held.at, { ...held, danger: 'gas' })
    for (const [question, said] of [
      ['outside', 'no'],
      ['smell-indoors', 'yes'],
      ['can-leave', 'yes'],
    ] as const)
      await answer(held, question, said)
    return held
  }

  test('is danger with an owner and a moment, in nobody else’s hands, until they are reached', async () => {
    const held = await aGasLeak()
    expect(await sendOutside(held.at, held)).toEqual({ ok: true })
    const row = await rowOf(held.contactId)
    expect(row).toMatchObject({ state: 'call-back', urgency: 0, claimed_by: null, owner_id: operator.accountId })
    const run = await runOf(held)
    expect(row.due_at).toEqual(run.ringBackAt)
    expect(Number(run.ringBackAt) - Date.now()).toBeGreaterThan(100_000)
    const claim = await claimContact(operator, held.contactId)
    const again = { ...held, fence: claim.ok ? claim.fence : 0 }
    expect(await missOutside(again.at, again)).toEqual({ ok: true })
    expect(await rowOf(held.contactId)).toMatchObject({ state: 'call-back', tries: 1, claimed_by: null })
    const second = await claimContact(colleague, held.contactId)
    const taken = { ...held, at: { ...held.at, ...colleague }, fence: second.ok ? second.fence : 0 }
    expect(await reachOutside(taken.at, taken)).toEqual({ ok: true })
    expect(await rowOf(held.contactId)).toMatchObject({ state: 'talking', due_at: null })
    expect((await runOf(held)).rungBackAt).not.toBeNull()
  })

  test('needs a number, and a verdict that says so', async () => {
    const held = await aGasLeak(null)
    expect(await sendOutside(held.at, held)).toEqual({ ok: false, reason: 'phone-required' })
    await noteNumber(held.at, { ...held, phone: '+31687654321' })
    expect(await sendOutside(held.at, held)).toEqual({ ok: true })
    const leak = await aHeldContact(colleague, linde)
    await chooseKind(leak.at, { ...leak, kind: 'water-leak' })
    expect(await sendOutside(leak.at, leak)).toEqual({ ok: false, reason: 'not-asked' })
  })
})

test('where and on which number is kept at once, and what could not be asked stays to be asked', async () => {
  const held = await aHeldContact(operator, linde)
  for (let turn = 0; turn < 2; turn++) await noteNumber(held.at, { ...held, phone: '+31612345678' })
  await askLater(held.at, held)
  const [row] = await asSuperuser<{ number_asked_at: Date; ask_later_at: Date }>(
    'SELECT number_asked_at, ask_later_at FROM desk_contact WHERE id = $1',
    [held.contactId],
  )
  expect(row?.number_asked_at).toBeInstanceOf(Date)
  expect(row?.ask_later_at).toBeInstanceOf(Date)
  expect((await stepsOf(held.contactId)).filter((kind) => kind === 'number-noted')).toHaveLength(1)
})

describe('is seen by nobody else', () => {
  test('only whoever holds it writes; who takes it over goes on where it stood', async () => {
    const held = await anUrgentLeak()
    const taken = await takeOver({ ...colleague, corporationId: linde.id }, held)
    expect(await answer(held, 'near-power', 'yes')).toMatchObject({ ok: false, reason: 'claimed-by-other' })
    const theirs = { ...held, at: { ...colleague, corporationId: linde.id }, fence: taken.ok ? taken.fence : 0 }
    expect(await answer(theirs, 'bucket', 'unknown')).toMatchObject({ ok: true })
    expect((await runOf(theirs)).entries.at(-1)?.accountId).toBe(colleague.accountId)
  })

  test('another desk, another corporation and an ended contract see no run and no entry', async () => {
    const held = await anUrgentLeak()
    const seen = (scope: Scope) =>
      inScopeSql(scope, async (tx) => [
        ...(await tx.sql({ text: 'SELECT id FROM triage_run', values: [] })),
        ...(await tx.sql({ text: 'SELECT id FROM triage_entry', values: [] })),
      ])
    const ofDesk = (who: DeskActor, corporationId: number): InHand => ({ ...who, corporationId })
    expect((await seen(held.at)).length).toBe(6)
    expect(await seen(ofDesk(elsewhere, linde.id))).toEqual([])
    expect(await seen(ofDesk(operator, eik.id))).toEqual([])
    expect(await seen(systemScope(eik.id))).toEqual([])
    expect(await seen({ ...operator, corporationIds: [] })).toEqual([])
  })

  test('nobody changes what was written, whatever they ask of the database', async () => {
    const held = await anUrgentLeak()
    const refused = (text: string) => inScopeSql(held.at, (tx) => tx.sql({ text, values: [] }))
    await expect(refused("UPDATE triage_entry SET kind = 'verdict'")).rejects.toThrow('permission denied')
    await expect(refused('DELETE FROM triage_entry')).rejects.toThrow('permission denied')
    await expect(refused("UPDATE triage_run SET kind = 'fire'")).rejects.toThrow('permission denied')
    await expect(refused('DELETE FROM triage_run')).rejects.toThrow('permission denied')
  })
})
