import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { answerDanger, setUrgency } from '#app/contacts/judge-contact.server.ts'
import { openContact, searchCaller } from '#app/contacts/open-contact.server.ts'
import { noteWish, placeCaller } from '#app/contacts/place-caller.server.ts'
import { saveRecord } from '#app/contacts/save-record.server.ts'
import { urgencySchema } from '#app/contacts/step-schemas.ts'
import { systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { aHeldContact, aRecord, rowOf, stepsOf } from '#tests/contacts/a-record.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let eik: Corporation
let operator: DeskActor
let colleague: DeskActor
const now = new Date()

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  eik = await aCorporation({ name: 'De Eik' })
  const desk = await aDesk([linde, eik])
  operator = await aDeskActor(desk, { corporations: [linde, eik] })
  colleague = await aDeskActor(desk, { corporations: [linde, eik], name: 'Sem de Boer' })
})

describe('the question about danger', () => {
  test.each(['yes', 'unknown'] as const)('answered with %s makes it danger at once', async (danger) => {
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    expect(await answerDanger(at, { contactId, fence, danger })).toEqual({ ok: true })
    expect(await rowOf(contactId)).toMatchObject({ urgency: 0, is_danger: true })
    expect(await stepsOf(contactId)).toContain('raised')
  })

  test('answered with no lowers nothing by itself', async () => {
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    await answerDanger(at, { contactId, fence, danger: 'yes' })
    await answerDanger(at, { contactId, fence, danger: 'no' })
    expect(await rowOf(contactId)).toMatchObject({ urgency: 0, is_danger: false })
  })

  test('is not for whoever does not have it in hand', async () => {
    const { contactId, fence } = await aHeldContact(operator, linde)
    const other = { ...colleague, corporationId: linde.id }
    expect(await answerDanger(other, { contactId, fence, danger: 'yes' })).toEqual({
      ok: false,
      reason: 'claimed-by-other',
      by: 'Yasmin Bakker',
    })
    expect(await rowOf(contactId)).toMatchObject({ urgency: 1, is_danger: null })
  })
})

describe('how urgent it is', () => {
  test('is raised freely and lowered only with a reason, which nobody reads in the database', async () => {
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    const judge = (urgency: 0 | 2, reason: 'looked-into' | null) =>
      setUrgency(at, { contactId, fence, urgency, reason, words: reason ? 'Alleen een druppel.' : '' })
    expect(await judge(0, null)).toEqual({ ok: true })
    expect(await judge(2, null)).toMatchObject({ errors: { reason: 'reason-required' } })
    expect(await judge(2, 'looked-into')).toEqual({ ok: true })
    expect(await rowOf(contactId)).toMatchObject({ urgency: 2 })
    const [lowered] = await asSuperuser<{ details: object; note_sealed: Uint8Array }>(
      "SELECT details, note_sealed FROM contact_step WHERE contact_id = $1 AND kind = 'lowered'",
      [contactId],
    )
    expect(lowered?.details).toEqual({ before: 0, urgency: 2, reason: 'looked-into' })
    expect(Buffer.from(lowered?.note_sealed ?? []).toString()).not.toContain('druppel')
    const page = await openContact(at, contactId, now)
    expect(page?.contact.story.at(-1)).toMatchObject({ kind: 'lowered', note: 'Alleen een druppel.' })
  })

  test('for another reason asks for words, and holds no citizen service number', () => {
    const read = (words: string) => urgencySchema.safeParse({ fence: 1, urgency: '2', reason: 'otherwise', words })
    expect(read('').error?.issues).toMatchObject([{ path: ['words'] }])
    expect(read('BSN 111222333').error?.issues).toMatchObject([{ message: 'bsn' }])
    expect(read('De buurman is er').success).toBe(true)
  })
})

describe('who is calling', () => {
  const tenantOf = ({ id }: Corporation) => aTenant(systemScope(id))

  test('is kept as soon as it is known with their home, and taken back', async () => {
    const tenant = await tenantOf(linde)
    const { contactId, at } = await aHeldContact(operator, linde)
    expect(await placeCaller(at, { contactId, choice: { is: 'tenant', tenantId: tenant.id } })).toEqual({ ok: true })
    expect(await rowOf(contactId)).toMatchObject({ tenant_id: tenant.id, home_id: tenant.homeId })
    expect(await placeCaller(at, { contactId, choice: { is: 'undone' } })).toEqual({ ok: true })
    expect(await rowOf(contactId)).toMatchObject({ tenant_id: null, home_id: null })
    expect((await stepsOf(contactId)).filter((kind) => kind === 'caller-found')).toHaveLength(2)
  })

  test('is never somebody of another corporation', async () => {
    const tenant = await tenantOf(eik)
    const { contactId, at } = await aHeldContact(operator, linde)
    expect(await placeCaller(at, { contactId, choice: { is: 'tenant', tenantId: tenant.id } })).toEqual({
      ok: false,
      reason: 'no-such-caller',
    })
  })

  test('can stay unsaid: nobody is looked up then, and on the chat line the number goes when it is closed', async () => {
    const { contactId, fence, at } = await aHeldContact(operator, linde, { kind: 'chat' })
    await placeCaller(at, { contactId, choice: { is: 'no-name' } })
    expect((await openContact(at, contactId, now))?.caller).toBeNull()
    const input = aRecord({ fence, result: 'talked', notes: '' })
    await saveRecord(at, contactId, { input, draftFields: {}, now })
    expect(await rowOf(contactId)).toMatchObject({ phone: null, tenant_id: null, is_anonymous: true })
  })

  test('that somebody opened it and whom they were shown is written down once', async () => {
    const tenant = await tenantOf(linde)
    const { contactId, at } = await aHeldContact(operator, linde)
    for (let turn = 0; turn < 3; turn++) await openContact(at, contactId, now)
    const shown = () =>
      asSuperuser(
        "SELECT action, details FROM audit_event WHERE subject_id = $1 AND action IN ('contact:opened', 'contact:people-shown') ORDER BY at",
        [contactId],
      )
    expect(await shown()).toEqual([
      { action: 'contact:opened', details: { desk: at.deskId } },
      { action: 'contact:people-shown', details: { tenants: [tenant.id], desk: at.deskId } },
    ])
    await searchCaller(at, { contactId, query: 'zzzz', now })
    expect(await shown()).toHaveLength(2)
  })

  test('wants to be called now and then: a wish of the tenant, unless they never want to be', async () => {
    const tenant = await tenantOf(linde)
    const { contactId, fence, at } = await aHeldContact(operator, linde, { kind: 'chat' })
    expect(await noteWish(at, { contactId, fence })).toEqual({ ok: false, reason: 'no-such-caller' })
    await placeCaller(at, { contactId, choice: { is: 'tenant', tenantId: tenant.id } })
    const wants = async () =>
      (await asSuperuser<{ wants_calls: boolean }>('SELECT wants_calls FROM tenant WHERE id = $1', [tenant.id]))[0]
    await asSuperuser('UPDATE tenant SET objected_at = now() WHERE id = $1', [tenant.id])
    await noteWish(at, { contactId, fence })
    expect(await wants()).toEqual({ wants_calls: false })
    await asSuperuser('UPDATE tenant SET objected_at = NULL WHERE id = $1', [tenant.id])
    await noteWish(at, { contactId, fence })
    expect(await wants()).toEqual({ wants_calls: true })
  })
})

test('what is open about the same home or complex stands there, of this corporation and desk alone', async () => {
  const tenant = await aTenant(systemScope(linde.id))
  const first = await aHeldContact(operator, linde)
  await placeCaller(first.at, { contactId: first.contactId, choice: { is: 'home', homeId: tenant.homeId! } })
  const second = await aHeldContact(colleague, linde)
  await placeCaller(second.at, { contactId: second.contactId, choice: { is: 'home', homeId: tenant.homeId! } })
  const page = await openContact(second.at, second.contactId, now)
  expect(page?.contact.known).toMatchObject([{ id: first.contactId, isSameHome: true, claimant: 'Yasmin Bakker' }])
})
