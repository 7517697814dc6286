import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { claimContact, claimNextContact } from '#app/contacts/claim-contact.server.ts'
import { readStory } from '#app/contacts/contact-story.server.ts'
import { answerDanger } from '#app/contacts/judge-contact.server.ts'
import { receiveCall } from '#app/contacts/receive-call.server.ts'
import { missOutside, reachOutside, sendOutside } from '#app/contacts/ring-outside.server.ts'
import {
  answerInContact,
  chooseKind,
  noteCosts,
  overrideInContact,
  setCircumstanceOf,
} from '#app/contacts/triage-contact.server.ts'
import { notePlace } from '#app/contacts/whereabouts.server.ts'
import { inScopeSql, systemDeskScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import type { Answer } from '#app/triage/protocol.ts'
import { currentRun, type KeptRun, readRuns } from '#app/triage/read-runs.server.ts'
import { loadRuns } from '#app/triage/shown-run.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aHeldContact, rowOf, stepsOf } from '#tests/contacts/a-record.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let operator: DeskActor
let colleague: DeskActor

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  const desk = await aDesk([linde])
  operator = await aDeskActor(desk, { corporations: [linde] })
  colleague = await aDeskActor(desk, { corporations: [linde], name: 'Sem de Boer' })
})

type Held = Awaited<ReturnType<typeof aHeldContact>>
type Sheet = readonly (readonly [string, Answer])[]

const runOf = async ({ at, contactId }: Held) =>
  currentRun(await inScopeSql(at, (tx) => readRuns(tx, at, contactId))) as KeptRun
const shownOf = async ({ at, contactId }: Held) =>
  (await inScopeSql(at, (tx) => loadRuns(tx, at, { contactId, now: new Date() })))[0]
const answer = (held: Held, question: string, said: Answer) =>
  answerInContact(held.at, { ...held, question, answer: said })

async function judged(kind: 'water-leak' | 'locked-out', sheet: Sheet): Promise<Held> {
  const held = await aHeldContact(operator, linde)
  await chooseKind(held.at, { ...held, kind })
  for (const [question, said] of sheet) expect(await answer(held, question, said)).toMatchObject({ ok: true })
  return held
}

const aDrip = () =>
  judged('water-leak', [
    ['near-power', 'no'],
    ['stays-in-basin', 'yes'],
  ])

describe('what an operator decides otherwise', () => {
  const override = (held: Held, fields: Partial<Parameters<typeof overrideInContact>[1]>) =>
    overrideInContact(held.at, { ...held, verdictClass: 'urgent', hours: 4, reason: null, words: '', ...fields })
  const wordsOf = async (held: Held) =>
    (await runOf(held)).entries.flatMap((one) => (one.kind === 'override' ? [one.words] : []))

  test('raised, it is so again when the verdict was that high and comes down', async () => {
    const held = await aDrip()
    await override(held, {})
    await answer(held, 'near-power', 'yes')
    await answer(held, 'sparks', 'yes')
    expect(await runOf(held)).toMatchObject({ verdict: { class: 'danger' }, override: null })
    await answer(held, 'near-power', 'no')
    expect(await runOf(held)).toMatchObject({
      ...{ verdict: { class: 'working-day' }, override: { class: 'urgent', hours: 4, direction: 'up' } },
      overriddenBy: operator.accountId,
    })
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 1 })
    await override(held, { verdictClass: 'working-day' })
    await setCircumstanceOf(held.at, { ...held, circumstance: 'child', holds: true })
    await setCircumstanceOf(held.at, { ...held, circumstance: 'child', holds: false })
    expect((await runOf(held)).override).toBeNull()
  })

  test('words typed with it are kept, also when nothing else is otherwise, and once', async () => {
    const held = await aDrip()
    await override(held, { words: 'Zij klinkt bang.' })
    await override(held, { words: 'Zij klinkt bang.' })
    await override(held, { words: 'Zij is alleen.' })
    await override(held, {})
    expect(await wordsOf(held)).toEqual(['Zij klinkt bang.', 'Zij is alleen.'])
    expect((await shownOf(held))?.verdict?.override).toMatchObject({ words: 'Zij is alleen.' })
  })

  test('another reason for the same is another decision', async () => {
    const held = await aDrip()
    await override(held, { verdictClass: 'none', reason: 'can-wait' })
    await override(held, { verdictClass: 'none', reason: 'made-safe' })
    expect((await runOf(held)).override).toMatchObject({ direction: 'down', reason: 'made-safe' })
  })
})

describe('what a caller agreed to pay', () => {
  const own: Sheet = [
    ['help-inside', 'no'],
    ['other-way-in', 'no'],
    ['safe-place', 'yes'],
    ['key-gone-indoors', 'yes'],
  ]
  const agreed = async (held: Held) => (await shownOf(held))?.verdict?.costsAgreed
  const filledIn = () =>
    asSuperuser(
      `INSERT INTO reference_value (corporation_id, key, from_on, value, set_by)
         SELECT $1, key, '2026-01-01', '7500', (SELECT account_id FROM membership WHERE corporation_id = $1 LIMIT 1)
         FROM unnest(ARRAY['locked-out-weekday', 'locked-out-evening', 'locked-out-weekend']) AS key`,
      [linde.id],
    )

  test('counts while the amounts are those they were told, and is asked anew of others', async () => {
    await filledIn()
    const held = await judged('locked-out', own)
    await noteCosts(held.at, { ...held, agreed: 'yes' })
    expect(await agreed(held)).toBe(true)
    await setCircumstanceOf(held.at, { ...held, circumstance: 'frail', holds: true })
    expect(await agreed(held)).toBe(true)
    await answer(held, 'key-gone-indoors', 'no')
    expect(await agreed(held)).toBeNull()
  })
})

describe('who went outside', () => {
  async function outside(): Promise<Held> {
    const held = await aHeldContact(operator, linde)
    await answerDanger(held.at, { ...held, danger: 'gas' })
    await answer(held, 'outside', 'no')
    await answer(held, 'smell-indoors', 'yes')
    await answer(held, 'can-leave', 'yes')
    expect(await sendOutside(held.at, held)).toEqual({ ok: true })
    return held
  }
  const isDue = ({ contactId }: Held) =>
    asSuperuser(`UPDATE desk_contact SET due_at = clock_timestamp() - interval '1 second' WHERE id = $1`, [contactId])
  const inHandsOf = async (who: DeskActor, held: Held): Promise<Held> => {
    const claim = await claimContact(who, held.contactId)
    return { ...held, at: { ...who, corporationId: linde.id }, fence: claim.ok ? claim.fence : 0 }
  }

  test('is not sent there twice: the moment they are rung stays', async () => {
    const held = await outside()
    const due = (await rowOf(held.contactId)).due_at
    const again = await inHandsOf(operator, held)
    expect(await sendOutside(again.at, again)).toEqual({ ok: true })
    expect((await rowOf(held.contactId)).due_at).toEqual(due)
    expect((await runOf(again)).entries.filter(({ kind }) => kind === 'ring-back')).toHaveLength(1)
  })

  test('is rung by whoever is there at that moment, not first by whoever sent them', async () => {
    const held = await outside()
    expect(await claimNextContact(colleague)).toMatchObject({ ok: false })
    await isDue(held)
    expect(await claimNextContact(colleague)).toMatchObject({ ok: true, contactId: held.contactId })
  })

  test('is danger by it, told, until somebody lowers it', async () => {
    const held = await aHeldContact(operator, linde)
    await chooseKind(held.at, { ...held, kind: 'gas-leak' })
    await answer(held, 'outside', 'no')
    await answer(held, 'smell-indoors', 'yes')
    await answer(held, 'can-leave', 'yes')
    const lower = { verdictClass: 'working-day', hours: null, reason: 'made-safe', words: '' } as const
    await overrideInContact(held.at, { ...held, ...lower })
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 2 })
    await sendOutside(held.at, held)
    const taken = await inHandsOf(colleague, held)
    await setCircumstanceOf(taken.at, { ...taken, circumstance: 'uneasy', holds: true })
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 0, state: 'call-back' })
    expect((await stepsOf(held.contactId)).filter((kind) => kind === 'raised')).toHaveLength(2)
  })

  test('is spoken with when they are reached, whatever is said late of the call before', async () => {
    const held = await outside()
    await isDue(held)
    const taken = await inHandsOf(colleague, held)
    await missOutside(taken.at, taken)
    const again = await inHandsOf(colleague, held)
    await reachOutside(again.at, again)
    const scope = { ...systemDeskScope(operator.deskId), corporationIds: [linde.id], corporationId: linde.id }
    const call = { exchangeId: uuidV7(), callId: 'a', lineId: '', phone: null, isHidden: false, startedAt: new Date() }
    const ended = (at: Date) => ({ answered: null, ended: { at, how: 'hung-up' as const } })
    const receive = (at: Date) =>
      inScopeSql(scope, (tx) => receiveCall(tx, scope, { ...call, ...ended(at), contactId: held.contactId }))
    await receive(new Date(Date.now() - 120_000))
    expect(await rowOf(held.contactId)).toMatchObject({ state: 'talking' })
    await receive(new Date(Date.now() + 1_000))
    expect(await rowOf(held.contactId)).toMatchObject({ state: 'wrapping-up' })
  })
})

test('a place that is written anew stays in the story, sealed, and sent twice stands there once', async () => {
  const held = await aHeldContact(operator, linde)
  for (const place of ['Hal van de Linde', 'Hal van de Linde', 'Bij de buren op 12'])
    await notePlace(held.at, { ...held, place })
  const story = await inScopeSql(held.at, (tx) => readStory(tx, held.at, held.contactId))
  const noted = story.filter(({ kind }) => kind === 'place-noted').map(({ note }) => note)
  expect(noted.sort()).toEqual(['Bij de buren op 12', 'Hal van de Linde'])
  const [kept] = await asSuperuser<{ note_sealed: Uint8Array }>(
    "SELECT note_sealed FROM contact_step WHERE kind = 'place-noted' LIMIT 1",
  )
  expect(Buffer.from(kept?.note_sealed ?? []).toString()).not.toContain('Linde')
})
