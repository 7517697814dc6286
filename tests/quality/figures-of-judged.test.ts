import { beforeEach, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import {
  answerInContact,
  chooseKind,
  noteReadBack,
  noteSafetyRead,
  overrideInContact,
} from '#app/contacts/triage-contact.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { readQuality } from '#app/quality/read-figures.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aHeldContact } from '#tests/contacts/a-record.ts'
import { useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let operator: DeskActor

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  operator = await aDeskActor(await aDesk([linde]), { corporations: [linde] })
})

test('a caller who was judged in the call is counted as it went', async () => {
  const held = await aHeldContact(operator, linde)
  await chooseKind(held.at, { ...held, kind: 'gas-leak' })
  await chooseKind(held.at, { ...held, kind: 'water-leak' })
  for (const [question, answer] of [
    ['near-power', 'no'],
    ['stays-in-basin', 'no'],
    ['stopped', 'no'],
    ['bucket', 'yes'],
    ['bucket', 'no'],
  ] as const)
    expect(await answerInContact(held.at, { ...held, question, answer })).toMatchObject({ ok: true })
  await noteSafetyRead(held.at, { ...held, line: 0 })
  await overrideInContact(held.at, { ...held, verdictClass: 'danger', hours: null, reason: null, words: '' })
  await noteReadBack(held.at, { ...held, read: 'Ik vat het samen.', corrected: 'Het is de keuken.' })
  const asked = { days: 30, kind: null, corporationId: null, now: new Date(Date.now() + 1_000) } as const
  const { all, ends, questions, replaced } = await readQuality(operator, asked)
  expect(all).toMatchObject({ started: 2, judged: 1, urgent: 1, raised: 1, replaced: 1, corrected: 1 })
  expect(all).toMatchObject({ 'read-back-corrected': 1, 'with-safety': 1, 'safety-unread': 1, open: 0 })
  expect(ends).toMatchObject([{ kind: 'water-leak', end: 'runs-on', rule: 3, raised: 1 }])
  expect(questions.find(({ question }) => question === 'bucket')).toMatchObject({ yes: 0, no: 1, corrected: 1 })
  expect(replaced).toEqual([{ kind: 'gas-leak', to: 'water-leak', count: 1 }])
})
