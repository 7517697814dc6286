import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { addByHand } from '#app/contacts/add-by-hand.server.ts'
import { readStory } from '#app/contacts/contact-story.server.ts'
import { setUrgency } from '#app/contacts/judge-contact.server.ts'
import { openContact } from '#app/contacts/open-contact.server.ts'
import { receiveCall } from '#app/contacts/receive-call.server.ts'
import { saveRecord } from '#app/contacts/save-record.server.ts'
import { noteNumber } from '#app/contacts/whereabouts.server.ts'
import { inScopeSql, systemDeskScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aHeldContact, aRecord, rowOf } from '#tests/contacts/a-record.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let operator: DeskActor
const now = new Date()

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  operator = await aDeskActor(await aDesk([linde]), { corporations: [linde] })
})

type Held = Awaited<ReturnType<typeof aHeldContact>>
const storyOf = async ({ at, contactId }: Held) => inScopeSql(at, (tx) => readStory(tx, at, contactId))
const notesOf = async (held: Held, kind: string) =>
  (await storyOf(held)).flatMap((step) => (step.kind === kind ? [step.note] : []))

describe('words typed with how urgent it is', () => {
  const judge = (held: Held, urgency: 0 | 1 | 2, words: string, reason: 'looked-into' | null = null) =>
    setUrgency(held.at, { ...held, urgency, reason, words })

  test('are kept when it is raised, lowered, or was as urgent already, and once', async () => {
    const held = await aHeldContact(operator, linde)
    for (let times = 0; times < 2; times++) await judge(held, 0, 'Er staat een kind bij.')
    for (let times = 0; times < 2; times++) await judge(held, 2, 'Toch niet.', 'looked-into')
    await judge(held, 2, 'De buurvrouw is er.')
    await judge(held, 2, '')
    expect(await notesOf(held, 'raised')).toEqual(['Er staat een kind bij.', 'De buurvrouw is er.'])
    expect(await notesOf(held, 'lowered')).toEqual(['Toch niet.'])
    expect(await rowOf(held.contactId)).toMatchObject({ urgency: 2 })
  })

  test('in two tabs are kept of both', async () => {
    const held = await aHeldContact(operator, linde)
    await Promise.all([
      judge(held, 2, 'Alleen een druppel.', 'looked-into'),
      judge(held, 2, 'Er staat een emmer.', 'looked-into'),
    ])
    expect((await notesOf(held, 'lowered')).sort()).toEqual(['Alleen een druppel.', 'Er staat een emmer.'])
  })
})

describe('the number that rang', () => {
  test('stays in the story when another takes its place, sealed', async () => {
    const held = await aHeldContact(operator, linde, { phone: '+31612345678' })
    await noteNumber(held.at, { ...held, phone: '+31612345678' })
    await noteNumber(held.at, { ...held, phone: '+31201234567' })
    const input = aRecord({ fence: held.fence, result: 'ring-back', ringIn: '10', phone: '0107654321' })
    await saveRecord(held.at, held.contactId, { input, draftFields: {}, now })
    expect(await rowOf(held.contactId)).toMatchObject({ phone: '+31107654321' })
    expect(await notesOf(held, 'number-noted')).toEqual(['', '06 12 34 56 78', '020 123 4567'])
    const rows = await asSuperuser<{ row: string }>('SELECT s::text AS row FROM contact_step s')
    expect(rows.map(({ row }) => row).join()).not.toMatch(/12345678|12 34 56 78/)
  })

  test('goes with the name on the chat line', async () => {
    const held = await aHeldContact(operator, linde, { kind: 'chat', phone: '+31612345678' })
    const input = aRecord({ fence: held.fence, result: 'ring-back', ringIn: '10', phone: '0107654321' })
    await saveRecord(held.at, held.contactId, { input, draftFields: {}, now })
    expect(await notesOf(held, 'number-noted')).toEqual([''])
  })
})

test('who went back to the form of somebody noted by hand and mended it has noted another', async () => {
  const lineId = await aLine(linde.id)
  const input = { key: uuidV7(), lineId, phone: null, message: 'Mevrouw stond aan de balie.' }
  const add = async (more: Partial<typeof input>) => {
    const added = await addByHand(operator, { ...input, ...more }, now)
    return added.ok ? added.contactId : null
  }
  const [first, again, mended] = [await add({}), await add({}), await add({ message: 'Zij woont op nummer 12.' })]
  expect(again).toBe(first)
  expect(mended).not.toBe(first)
  const page = await openContact({ ...operator, corporationId: linde.id }, mended ?? '', now)
  expect(page?.contact.message).toBe('Zij woont op nummer 12.')
})

test('what somebody wrote in the form of a line stays to be rung about when they ring meanwhile', async () => {
  const [lineId, phone] = [await aLine(linde.id), '+31612345678']
  const written = await aContact(operator, {
    corporationId: linde.id,
    lineId,
    phone,
    message: 'De ketel maakt lawaai.',
  })
  const missed = await aContact(operator, { corporationId: linde.id, lineId, phone })
  await asSuperuser("UPDATE desk_contact SET state = 'call-back', due_at = now() + interval '1 hour'")
  const scope = { ...systemDeskScope(operator.deskId), corporationId: linde.id, corporationIds: [linde.id] }
  await inScopeSql(scope, (tx) =>
    receiveCall(tx, scope, {
      ...{ exchangeId: uuidV7(), callId: 'een', lineId, phone, isHidden: false, startedAt: now },
      ...{ answered: null, ended: null, contactId: null },
    }),
  )
  expect(await rowOf(missed)).toMatchObject({ state: 'closed', outcome: 'rang-again' })
  expect(await rowOf(written)).toMatchObject({ state: 'call-back', outcome: null })
})
