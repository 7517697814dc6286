import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { findDraft, saveDraft } from '#app/claims/drafts.server.ts'
import { addByHand, linesToChoose } from '#app/contacts/add-by-hand.server.ts'
import { anonymiseContacts } from '#app/contacts/anonymise-contacts.server.ts'
import type { AtContact } from '#app/contacts/at-contact.ts'
import { listClosed } from '#app/contacts/closed-contacts.server.ts'
import { contactClaims } from '#app/contacts/contact-claims.ts'
import { acceptOffer, declineOffer, offerContact, withdrawOffer } from '#app/contacts/offer-contact.server.ts'
import { openContact } from '#app/contacts/open-contact.server.ts'
import { listOperators, setPresence } from '#app/contacts/presence.server.ts'
import { reopenContact } from '#app/contacts/reopen-contact.server.ts'
import { giveRingBack } from '#app/contacts/ring-back.server.ts'
import { saveRecord } from '#app/contacts/save-record.server.ts'
import { sweepDesk } from '#app/contacts/sweep-desk.server.ts'
import { takeOver } from '#app/contacts/take-over.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aHeldContact, aRecord, rowOf, stepsOf } from '#tests/contacts/a-record.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let operator: DeskActor
let colleague: DeskActor
const now = new Date()
const note = 'Zij is erg van streek, praat rustig.'
const draftFields = { notes: ['Lekkage'] }
const inHand = (actor: DeskActor): AtContact => ({ ...actor, corporationId: linde.id })

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  const desk = await aDesk([linde])
  operator = await aDeskActor(desk, { corporations: [linde] })
  colleague = await aDeskActor(desk, { corporations: [linde], name: 'Sem de Boer' })
  await setPresence(operator, 'free')
  await setPresence(colleague, 'free')
})

/** One in the hands of Yasmin, with something typed, offered to Sem. */
async function offered() {
  const held = await aHeldContact(operator, linde)
  await saveDraft(held.at, { kind: contactClaims, id: held.contactId, fence: held.fence, draftFields })
  expect(await offerContact(held.at, { ...held, to: colleague.accountId, note })).toEqual({ ok: true })
  return held
}

describe('a contact that is offered', () => {
  test('stays with whoever has it until it is taken, with what was typed and the note', async () => {
    const { contactId, fence } = await offered()
    expect(await rowOf(contactId)).toMatchObject({ claimed_by: operator.accountId, offered_to: colleague.accountId })
    expect((await openContact(inHand(colleague), contactId, now))?.contact.offer).toBe(note)
    expect(await acceptOffer(inHand(colleague), { contactId, fence })).toEqual({ ok: true })
    expect(await rowOf(contactId)).toMatchObject({
      claimed_by: colleague.accountId,
      offered_to: null,
      fence: fence + 1,
    })
    const draftOf = (actor: DeskActor) =>
      inScopeSql(inHand(actor), (tx) => findDraft(tx, inHand(actor), { kind: contactClaims, id: contactId }))
    expect((await draftOf(colleague))?.draftFields).toEqual(draftFields)
    expect(await draftOf(operator)).toBeNull()
    expect(await stepsOf(contactId)).toEqual(expect.arrayContaining(['offered', 'handed-over']))
  })

  test('is taken once, and the one who had it saves no more', async () => {
    const { contactId, fence, at } = await offered()
    const answers = await Promise.all([1, 2].map(() => acceptOffer(inHand(colleague), { contactId, fence })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await saveRecord(at, contactId, { input: aRecord({ fence }), draftFields, now })).toMatchObject({
      reason: 'claimed-by-other',
    })
  })

  test('is declined once, with words for who asked', async () => {
    const { contactId, at } = await offered()
    const decline = () => declineOffer(inHand(colleague), { contactId, words: 'Ik zit in een gesprek.' })
    const answers = await Promise.all([decline(), decline()])
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    const page = await openContact(at, contactId, now)
    expect(page?.contact.story.at(-1)).toMatchObject({ kind: 'offer-declined', note: 'Ik zit in een gesprek.' })
    expect(await rowOf(contactId)).toMatchObject({ offered_to: null, claimed_by: operator.accountId })
  })

  test('is nobody’s to take after it was withdrawn, nor of whoever was not asked', async () => {
    const { contactId, fence, at } = await offered()
    expect(await acceptOffer(at, { contactId, fence })).toMatchObject({ reason: 'no-offer' })
    expect(await withdrawOffer(at, { contactId, fence })).toEqual({ ok: true })
    expect(await withdrawOffer(at, { contactId, fence })).toEqual({ ok: false, reason: 'no-offer' })
    expect(await acceptOffer(inHand(colleague), { contactId, fence })).toMatchObject({ reason: 'no-offer' })
  })

  test('is not taken by who has another in hand, and waits for them', async () => {
    const { contactId, fence } = await offered()
    await aHeldContact(colleague, linde)
    expect(await acceptOffer(inHand(colleague), { contactId, fence })).toMatchObject({ reason: 'has-another' })
    expect(await rowOf(contactId)).toMatchObject({ offered_to: colleague.accountId, claimed_by: operator.accountId })
  })

  test('is offered only to somebody who is there, and not any longer once they are gone', async () => {
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    const offer = () => offerContact(at, { contactId, fence, to: colleague.accountId, note })
    await setPresence(colleague, 'off')
    expect(await offer()).toMatchObject({ errors: { to: 'colleague-gone' } })
    await setPresence(colleague, 'free')
    expect(await offer()).toEqual({ ok: true })
    expect(await sweepDesk(operator)).toMatchObject({ expired: 0 })
    await asSuperuser("UPDATE operator_presence SET seen_at = now() - interval '61 seconds' WHERE account_id = $1", [
      colleague.accountId,
    ])
    // Also while the worker is silent.
    expect(await sweepDesk(operator, { by: 'web' })).toMatchObject({ expired: 1 })
    expect(await rowOf(contactId)).toMatchObject({ offered_to: null, claimed_by: operator.accountId })
    expect(await stepsOf(contactId)).toContain('offer-withdrawn')
  })
})

test('taking over brings what the other typed, unless there is a text of one’s own; both can be read', async () => {
  const { contactId, fence, at } = await aHeldContact(operator, linde)
  await saveDraft(at, { kind: contactClaims, id: contactId, fence, draftFields })
  const taken = await takeOver(inHand(colleague), { contactId, fence, words: 'Yasmin is naar huis.' })
  expect(taken).toMatchObject({ ok: true, fence: fence + 1 })
  const hers = await openContact(inHand(colleague), contactId, now)
  expect(hers).toMatchObject({ draft: { draftFields }, otherTexts: [] })
  expect(hers?.contact.story.at(-1)).toMatchObject({
    kind: 'taken-over',
    note: 'Yasmin is naar huis.',
    to: 'Yasmin Bakker',
  })
  const more = { notes: ['Nog iets van Yasmin'] }
  expect(await saveDraft(at, { kind: contactClaims, id: contactId, fence, draftFields: more })).toMatchObject({
    reason: 'claimed-by-other',
  })
  expect((await openContact(inHand(colleague), contactId, now))?.otherTexts).toMatchObject([
    { draft: { draftFields: more } },
  ])
})

test('who rings back can be given to a colleague, or to whoever is there', async () => {
  const { contactId, fence, at } = await aHeldContact(operator, linde)
  await saveRecord(at, contactId, { input: aRecord({ fence, result: 'ring-back', ringIn: '60' }), draftFields, now })
  expect(await giveRingBack(at, { contactId, to: colleague.accountId })).toEqual({ ok: true })
  expect(await rowOf(contactId)).toMatchObject({ owner_id: colleague.accountId })
  expect(await giveRingBack(at, { contactId, to: uuidV7() })).toMatchObject({ ok: false })
  expect(await giveRingBack(at, { contactId, to: null })).toEqual({ ok: true })
  const talking = await aHeldContact(operator, linde)
  expect(await giveRingBack(at, { contactId: talking.contactId, to: null })).toMatchObject({ ok: false })
})

test('somebody noted by hand is there once and in the hands of who noted it; the line used last stands first', async () => {
  await aLine(linde.id, 'chat')
  const lineId = await aLine(linde.id)
  const input = { key: uuidV7(), lineId, phone: '+31501234567', message: 'Stond aan de balie.' }
  await setPresence(operator, 'off')
  const [one, other] = [await addByHand(operator, input, now), await addByHand(operator, input, now)]
  expect(one).toEqual(other)
  expect(one).toMatchObject({ refused: null })
  if (!one.ok) throw new Error(one.reason)
  expect(await rowOf(one.contactId)).toMatchObject({ state: 'talking', claimed_by: operator.accountId })
  // Who had not said so is at work with it.
  expect(await inScopeSql(operator, (tx) => listOperators(tx, operator.deskId))).toContainEqual(
    expect.objectContaining({ accountId: operator.accountId, presence: 'in-call' }),
  )
  expect((await linesToChoose(operator))[0]).toMatchObject({ id: lineId, corporation: linde.name })
  // With one in hand the next is noted too, and they hear why it is not open.
  const next = await addByHand(operator, { ...input, key: uuidV7() }, now)
  expect(next).toMatchObject({ ok: true, refused: 'has-another' })
  const elsewhere = await aLine((await aCorporation({ name: 'Elders' })).id)
  expect(await addByHand(operator, { ...input, key: uuidV7(), lineId: elsewhere }, now)).toMatchObject({
    errors: { lineId: 'required' },
  })
})

describe('a closed contact', () => {
  async function closed() {
    const held = await aHeldContact(operator, linde)
    await saveRecord(held.at, held.contactId, { input: aRecord({ fence: held.fence }), draftFields, now })
    return held
  }

  test('is opened again by mistake within a day, with its words still there', async () => {
    const { contactId, at } = await closed()
    expect(await reopenContact(at, { contactId, words: 'Per ongeluk.' })).toEqual({ ok: true })
    expect(await reopenContact(at, { contactId, words: 'Nog eens.' })).toEqual({ ok: false, reason: 'cannot-reopen' })
    expect(await rowOf(contactId)).toMatchObject({
      state: 'wrapping-up',
      outcome: null,
      claimed_by: operator.accountId,
    })
    expect((await openContact(at, contactId, now))?.contact).toMatchObject({
      notes: 'Lekkage onder de gootsteen.',
      isMine: true,
    })
  })

  test('stays closed after a day', async () => {
    const { contactId, at } = await closed()
    await asSuperuser("UPDATE desk_contact SET closed_at = now() - interval '25 hours' WHERE id = $1", [contactId])
    expect(await reopenContact(at, { contactId, words: 'Te laat.' })).toMatchObject({ ok: false })
  })

  test('is found by number and by corporation, by its own desk alone', async () => {
    const { contactId } = await closed()
    const since = new Date(now.getTime() - 3_600_000)
    const find = async (actor: DeskActor, query: string) =>
      (await listClosed(actor, { query, page: 1, since })).rows.map(({ id }) => id)
    expect(await find(operator, '06 12 34 56 78')).toEqual([contactId])
    expect(await find(operator, linde.name.slice(0, 4).toLowerCase())).toEqual([contactId])
    expect(await find(operator, '06 99 99 99 99')).toEqual([])
    expect(await find(await aDeskActor(await aDesk([linde]), { corporations: [linde] }), '')).toEqual([])
    expect(await find({ ...operator, corporationIds: [] }, '')).toEqual([])
  })

  test('says nothing about anybody after two years, and stays for the figures', async () => {
    const { contactId } = await closed()
    expect(await anonymiseContacts(systemScope(linde.id), now)).toBe(0)
    await asSuperuser(
      "UPDATE desk_contact SET closed_at = now() - interval '25 months', caller_sealed = '\\x00', message_sealed = '\\x00' WHERE id = $1",
      [contactId],
    )
    await asSuperuser("UPDATE contact_step SET note_sealed = '\\x00' WHERE contact_id = $1", [contactId])
    expect(await anonymiseContacts(systemScope(linde.id), now)).toBe(1)
    expect(await anonymiseContacts(systemScope(linde.id), now)).toBe(0)
    expect(await rowOf(contactId)).toMatchObject({
      state: 'closed',
      outcome: 'solved',
      phone: null,
      notes_sealed: null,
      caller_sealed: null,
      message_sealed: null,
      tenant_id: null,
    })
    expect(
      await asSuperuser('SELECT 1 FROM contact_step WHERE contact_id = $1 AND note_sealed IS NOT NULL', [contactId]),
    ).toEqual([])
  })
})
