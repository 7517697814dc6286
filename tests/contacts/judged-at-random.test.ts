import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Urgency } from '#app/contacts/contact.ts'
import { answerDanger, setUrgency } from '#app/contacts/judge-contact.server.ts'
import {
  answerInContact,
  chooseKind,
  noteCosts,
  noteReadBack,
  noteSafetyRead,
  overrideInContact,
  setCircumstanceOf,
} from '#app/contacts/triage-contact.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { circumstances } from '#app/triage/circumstances.ts'
import { verdictOf, walk } from '#app/triage/engine.ts'
import { foldRun } from '#app/triage/fold-run.ts'
import { answers, verdictClasses } from '#app/triage/protocol.ts'
import { currentRun, readRuns } from '#app/triage/read-runs.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aHeldContact, rowOf } from '#tests/contacts/a-record.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let cora: Actor
let turn = 0

beforeAll(async () => {
  await useDatabase()
  linde = await aCorporation()
  cora = await anActor(linde)
})

type Held = Awaited<ReturnType<typeof aHeldContact>>
type Act = (held: Held) => Promise<unknown>

const act = {
  danger: fc.constantFrom('no', 'unknown', 'gas', 'water-near-power', 'hurt').map(
    (danger): Act =>
      (held) =>
        answerDanger(held.at, { ...held, danger: danger as 'no' }),
  ),
  kind: fc.constantFrom('water-leak', 'locked-out', 'gas-leak', 'other-repair').map(
    (kind): Act =>
      (held) =>
        chooseKind(held.at, { ...held, kind: kind as 'water-leak' }),
  ),
  answer: fc.tuple(fc.nat(9), fc.constantFrom(...answers)).map(
    ([place, answer]): Act =>
      async (held) => {
        const run = await runOf(held)
        if (!run) return
        const walked = walk(run.protocol, run.answers)
        const asked = [...walked.steps.map((step) => step.question), ...(walked.at === 'question' ? [walked.id] : [])]
        // Mostly what is asked now, at times what was asked before.
        const question = (place < 7 ? asked.at(-1) : asked[place % asked.length]) as string
        return answerInContact(held.at, { ...held, question, answer })
      },
  ),
  circumstance: fc.tuple(fc.constantFrom(...circumstances), fc.boolean()).map(
    ([circumstance, holds]): Act =>
      (held) =>
        setCircumstanceOf(held.at, { ...held, circumstance, holds }),
  ),
  override: fc.tuple(fc.constantFrom(...verdictClasses), fc.constantFrom(null, 1, 24, 72), fc.boolean()).map(
    ([verdictClass, hours, isReasoned]): Act =>
      (held) =>
        overrideInContact(held.at, {
          ...{ ...held, verdictClass, hours, words: isReasoned ? 'Zo gezien.' : '' },
          reason: isReasoned ? 'can-wait' : null,
        }),
  ),
  urgency: fc.tuple(fc.constantFrom<Urgency>(0, 1, 2), fc.boolean()).map(
    ([urgency, isReasoned]): Act =>
      (held) =>
        setUrgency(held.at, { ...held, urgency, reason: isReasoned ? 'looked-into' : null, words: '' }),
  ),
  said: fc.tuple(fc.nat(3), fc.boolean()).map(
    ([line, isRight]): Act =>
      async (held) => {
        await noteSafetyRead(held.at, { ...held, line })
        await noteCosts(held.at, { ...held, agreed: isRight ? 'yes' : 'no' })
        return noteReadBack(held.at, { ...held, read: 'Ik vat het samen.', corrected: isRight ? '' : 'De keuken.' })
      },
  ),
}

const anyCall = fc.array(
  fc.oneof({ arbitrary: act.answer, weight: 12 }, ...Object.values(act).map((arbitrary) => ({ arbitrary, weight: 2 }))),
  { minLength: 12, maxLength: 18 },
)

const runsOf = ({ at, contactId }: Held) => inScopeSql(at, (tx) => readRuns(tx, at, contactId))
const runOf = async (held: Held) => currentRun(await runsOf(held))
const stepsOf = (held: Held) =>
  asSuperuser<{ kind: string }>('SELECT kind FROM contact_step WHERE contact_id = $1', [held.contactId])
const counted = async (held: Held, kind: string) => (await stepsOf(held)).filter((step) => step.kind === kind).length

async function lookAt(held: Held) {
  for (const run of await runsOf(held)) {
    expect(run).toMatchObject(foldRun(run.entries))
    expect(run.verdict).toEqual(verdictOf(run.protocol, run))
  }
  const { verdict, override } = (await runOf(held)) ?? {}
  const raised = override?.direction === 'up'
  if (raised && verdict)
    expect(verdictClasses.indexOf(override.class)).toBeLessThanOrEqual(verdictClasses.indexOf(verdict.class))
}

test('whatever is answered, corrected, raised and lowered in whatever order, it is what was written of it, and nothing goes down untold', async () => {
  const desk = await aDesk([linde])
  await fc.assert(
    fc.asyncProperty(anyCall, async (acts) => {
      turn += 1
      const operator = await aDeskActor(desk, { corporations: [linde], name: `Beller ${turn}` })
      const held = await aHeldContact(operator, linde)
      await chooseKind(held.at, { ...held, kind: 'water-leak' })
      for (const one of acts) {
        const before = await rowOf(held.contactId)
        const told = { lowered: await counted(held, 'lowered'), raised: await counted(held, 'raised') }
        await one(held)
        await lookAt(held)
        const after = await rowOf(held.contactId)
        if (after.urgency > before.urgency) expect(await counted(held, 'lowered')).toBe(told.lowered + 1)
        if (after.urgency < before.urgency) expect(await counted(held, 'raised')).toBe(told.raised + 1)
      }
    }),
    { numRuns: 8 },
  )
}, 120_000)

test('a run stays on the version it was begun with, also after another one is published', async () => {
  const operator = await aDeskActor(await aDesk([linde]), { corporations: [linde] })
  const first = await aHeldContact(operator, linde)
  await chooseKind(first.at, { ...first, kind: 'water-leak' })
  const before = (await runOf(first))?.protocol
  await asSuperuser(
    `INSERT INTO protocol_version (corporation_id, kind, number, body, hash, base_hash, reason, proposed_by, published_by)
       SELECT $1, 'water-leak', 1, jsonb_set(body, '{start}', '"stopped"'), 'x', hash, 'Anders.', $2, $3 FROM base_protocol
       WHERE kind = 'water-leak' ORDER BY first_seen_at DESC LIMIT 1`,
    [linde.id, cora.accountId, (await anActor(linde)).accountId],
  )
  await answerInContact(first.at, { ...first, question: 'near-power', answer: 'no' })
  const run = await runOf(first)
  expect(run?.protocol).toEqual(before)
  expect(run?.answers).toEqual({ 'near-power': 'no' })
  expect(run?.version).toBeNull()
})
