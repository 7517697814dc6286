import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { type ContactStepName, contactSteps } from '#app/contacts/contact-steps.server.ts'
import { loadContactPage } from '#app/contacts/load-contact-page.server.ts'
import { saveRecord } from '#app/contacts/save-record.server.ts'
import { ReadForm } from '#app/core/form-fields.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { spoken } from '#app/triage/read-back.ts'
import { readRuns } from '#app/triage/read-runs.server.ts'
import { verdictMark } from '#app/triage/seen-run.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aHeldContact, aRecord, rowOf } from '#tests/contacts/a-record.ts'
import { useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let operator: DeskActor
let turn = 0

beforeAll(async () => {
  await useDatabase()
  linde = await aCorporation()
})
beforeEach(async () => {
  turn += 1
  operator = await aDeskActor(await aDesk([linde]), { corporations: [linde], name: `Beller ${turn}` })
})

type Held = Awaited<ReturnType<typeof aHeldContact>>

/** A tab of an operator, with what it showed last. */
class Screen {
  readonly #held: Held
  #shown: Awaited<ReturnType<typeof loadContactPage>> = null
  constructor(held: Held) {
    this.#held = held
  }

  async look() {
    const { at, contactId } = this.#held
    this.#shown = await loadContactPage(at, { contactId, refused: null, now: new Date() })
  }

  get run() {
    return this.#shown?.judging?.run ?? null
  }

  press(step: ContactStepName, fields: Record<string, string>) {
    const { at, contactId, fence } = this.#held
    return contactSteps[step](at, contactId, new ReadForm(Object.entries({ ...fields, fence: String(fence) })))
  }

  /** With what goes along unseen in the form. */
  pressOf(step: ContactStepName, fields: Record<string, string>, isOfVerdict = false) {
    const { run } = this
    if (!run) throw new Error('There is nothing to judge on this screen.')
    const verdict: Record<string, string> = isOfVerdict && run.verdict ? { verdict: verdictMark(run.verdict) } : {}
    return this.press(step, { ...fields, ...verdict, run: run.id })
  }
}

const runsOf = ({ at, contactId }: Held) => inScopeSql(at, (tx) => readRuns(tx, at, contactId))

test('what is answered in a tab in which it was about something else is refused, and nothing is written of it', async () => {
  const held = await aHeldContact(operator, linde)
  const [one, other] = [new Screen(held), new Screen(held)]
  await one.press('kind', { kind: 'no-heating' })
  await one.look()
  await other.press('kind', { kind: 'no-hot-water' })
  // Both kinds begin with a question of this name.
  const late = { question: 'gas-or-alarm', answer: 'no' }
  expect(await one.pressOf('answer', late)).toEqual({ ok: false, reason: 'judged-otherwise' })
  const circumstance = { circumstance: 'child', holds: 'yes' }
  expect(await one.pressOf('circumstance', circumstance)).toEqual({ ok: false, reason: 'judged-otherwise' })
  expect((await runsOf(held)).map(({ entries }) => entries)).toEqual([[], []])
  await one.look()
  expect(await one.pressOf('answer', late)).toMatchObject({ ok: true })
})

test('what is read out, agreed, decided or summed up of a verdict is refused when it is another by now', async () => {
  const held = await aHeldContact(operator, linde)
  const [one, other] = [new Screen(held), new Screen(held)]
  await one.press('kind', { kind: 'water-leak' })
  for (const [question, answer] of [
    ['near-power', 'no'],
    ['stays-in-basin', 'yes'],
  ] as const)
    await one.press('answer', { question, answer })
  await one.look()
  await other.look()
  expect(await other.pressOf('answer', { question: 'stays-in-basin', answer: 'no' })).toMatchObject({ ok: true })
  const before = (await runsOf(held))[0]?.entries.length
  const late: [ContactStepName, Record<string, string>][] = [
    ['safety', { line: '0' }],
    ['costs', { agreed: 'yes' }],
    ['override', { verdictClass: 'danger', hours: '', reason: '', words: 'Zij huilt.' }],
    ['read-back', { read: 'Ik vat het samen.', corrected: '' }],
  ]
  for (const [step, fields] of late)
    expect(await one.pressOf(step, fields, true)).toEqual({ ok: false, reason: 'judged-otherwise' })
  expect((await runsOf(held))[0]?.entries.length).toBe(before)
  for (const [question, answer] of [
    ['stopped', 'yes'],
    ['ceiling', 'no'],
    ['other-homes', 'no'],
  ] as const)
    await one.press('answer', { question, answer })
  for (const [step, fields] of late)
    expect(await one.pressOf(step, fields, true)).toEqual({ ok: false, reason: 'judged-otherwise' })
  await one.look()
  expect(await one.pressOf('override', late[2]?.[1] ?? {}, true)).toMatchObject({ ok: true })
})

test('a record that is saved in a tab in which it was about something else leaves what it was judged on', async () => {
  const held = await aHeldContact(operator, linde)
  await new Screen(held).press('kind', { kind: 'no-hot-water' })
  const input = aRecord({ fence: held.fence, kind: 'no-heating' })
  await saveRecord(held.at, held.contactId, { input, draftFields: {}, now: new Date() })
  expect(await rowOf(held.contactId)).toMatchObject({ kind: 'no-hot-water' })
})

const does = fc.tuple(
  fc.nat(1),
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('look' as const) },
    { weight: 5, arbitrary: fc.constantFrom('yes', 'no', 'unknown') },
    { weight: 1, arbitrary: fc.constantFrom('no-heating', 'no-hot-water') },
    { weight: 3, arbitrary: fc.constantFrom('safety', 'read-back') },
  ),
)

test('whatever two tabs do, what is written is of what stood on the screen it was done on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(does, { minLength: 8, maxLength: 20 }), async (all) => {
      const person = await aDeskActor(await aDesk([linde]), { corporations: [linde], name: `Beller ${turn++}` })
      const held = await aHeldContact(person, linde)
      const screens = [new Screen(held), new Screen(held)]
      await screens[0]?.press('kind', { kind: 'no-heating' })
      for (const screen of screens) await screen.look()
      for (const [which, what] of all) await once(held, screens[which] as Screen, what)
    }),
    { numRuns: 12 },
  )
})

async function once(held: Held, screen: Screen, what: string) {
  if (what === 'look') return screen.look()
  if (what === 'no-heating' || what === 'no-hot-water') return screen.press('kind', { kind: what })
  const before = await runsOf(held)
  const { run } = screen
  if (!run) return
  await pressed(screen, what)
  const known = new Set(before.flatMap(({ entries }) => entries.map(({ id }) => id)))
  for (const { id, entries, protocol } of await runsOf(held))
    for (const entry of entries) {
      if (known.has(entry.id)) continue
      expect(id).toBe(run.id)
      if (entry.kind !== 'safety-read') continue
      const text = protocol.ends[entry.details.end]?.safety[entry.details.line] ?? ''
      expect(spoken(run.verdict?.safety[entry.details.line]?.text ?? [])).toContain(text.split('{')[0])
    }
}

function pressed(screen: Screen, what: string) {
  const { run } = screen
  if (what === 'safety') return run?.verdict && screen.pressOf('safety', { line: '0' }, true)
  if (what === 'read-back')
    return run?.verdict && screen.pressOf('read-back', { read: 'Ik vat het samen.', corrected: '' }, true)
  return run?.asking && screen.pressOf('answer', { question: run.asking.id, answer: what })
}
