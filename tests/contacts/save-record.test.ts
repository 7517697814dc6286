import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { findDraft, saveDraft } from '#app/claims/drafts.server.ts'
import { nextTryAt } from '#app/contacts/call-back.ts'
import { claimContact, claimFrom, claimNextContact } from '#app/contacts/claim-contact.server.ts'
import { contactClaims } from '#app/contacts/contact-claims.ts'
import { openContact } from '#app/contacts/open-contact.server.ts'
import { recordSchema } from '#app/contacts/record-schema.ts'
import { reachCaller } from '#app/contacts/ring-back.server.ts'
import { saveRecord } from '#app/contacts/save-record.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aHeldContact, aRecord, rowOf, stepsOf } from '#tests/contacts/a-record.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let operator: DeskActor
let colleague: DeskActor
const now = new Date()
const draftFields = { notes: ['Lekkage onder de gootsteen.'] }

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  const desk = await aDesk([linde])
  operator = await aDeskActor(desk, { corporations: [linde] })
  colleague = await aDeskActor(desk, { corporations: [linde], name: 'Sem de Boer' })
})

const minutesAfter = (at: Date | null) => Math.round(((at?.getTime() ?? 0) - now.getTime()) / 60_000)

describe('a record that is saved', () => {
  test('closes the contact once, however often it is sent, and is read back sealed', async () => {
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    const input = aRecord({ fence, kind: 'water-leak', agreed: 'somebody-comes', result: 'partner-sent' })
    const answers = await Promise.all([1, 2, 3].map(() => saveRecord(at, contactId, { input, draftFields, now })))
    expect(answers).toEqual([1, 2, 3].map(() => ({ ok: true, dueAt: null })))
    const row = await rowOf(contactId)
    expect(row).toMatchObject({ state: 'closed', outcome: 'partner-sent', claimed_by: null, owner_id: null })
    expect(Buffer.from(row.notes_sealed ?? []).toString()).not.toContain('gootsteen')
    expect((await stepsOf(contactId)).filter((kind) => kind === 'closed')).toHaveLength(1)
    const page = await openContact({ ...colleague, corporationId: linde.id }, contactId, now)
    expect(page?.contact).toMatchObject({ notes: 'Lekkage onder de gootsteen.', kind: 'water-leak', isMine: false })
    const books = await asSuperuser(
      "SELECT action, details FROM audit_event WHERE subject_id = $1 AND action = 'contact:closed'",
      [contactId],
    )
    expect(books).toEqual([{ action: 'contact:closed', details: { result: 'partner-sent', desk: operator.deskId } }])
  })

  test('of whoever it was taken from is refused, and what they typed stays theirs', async () => {
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    await claimFrom(colleague, { contactId, fence })
    const input = aRecord({ fence })
    expect(await saveRecord(at, contactId, { input, draftFields, now })).toEqual({
      ok: false,
      reason: 'claimed-by-other',
      by: 'Sem de Boer',
    })
    expect(await rowOf(contactId)).toMatchObject({ state: 'talking', notes_sealed: null })
    const draft = await inScopeSql(at, (tx) => findDraft(tx, at, { kind: contactClaims, id: contactId }))
    expect(draft?.draftFields).toEqual(draftFields)
    const hers = await openContact({ ...colleague, corporationId: linde.id }, contactId, now)
    expect(hers?.otherTexts).toMatchObject([{ by: 'Yasmin Bakker', draft: { draftFields } }])
  })

  test('after their screen was gone counts while nobody took it up', async () => {
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    await asSuperuser('UPDATE desk_contact SET claimed_by = NULL, lease_until = NULL WHERE id = $1', [contactId])
    expect(await saveRecord(at, contactId, { input: aRecord({ fence }), draftFields, now })).toMatchObject({ ok: true })
  })

  test('takes its draft along, and never a text of another screen', async () => {
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    const claim = { kind: contactClaims, id: contactId, fence }
    const kept = await saveDraft(at, { ...claim, key: uuidV7(), basedOn: null, draftFields })
    const other = { notes: ['Van het andere scherm'] }
    expect(await saveDraft(at, { ...claim, key: uuidV7(), basedOn: null, draftFields: other })).toMatchObject({
      reason: 'other-text',
    })
    const basedOn = kept.ok ? kept.savedAt : null
    await saveRecord(at, contactId, { input: aRecord({ fence }), draftFields, basedOn, now })
    expect(await inScopeSql(at, (tx) => findDraft(tx, at, claim))).toBeNull()
  })
})

describe('a text that may not be kept', () => {
  const read = (fields: object) => recordSchema.safeParse({ key: uuidV7(), fence: 1, result: 'solved', ...fields })

  test('holds a citizen service number, which no draft keeps either', async () => {
    const notes = 'BSN 111222333, lekkage'
    expect(read({ notes, noteConfirmed: 'on' }).error?.issues).toMatchObject([{ path: ['notes'], message: 'bsn' }])
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    await saveDraft(at, { kind: contactClaims, id: contactId, fence, draftFields: { notes: [notes] } })
    const draft = await inScopeSql(at, (tx) => findDraft(tx, at, { kind: contactClaims, id: contactId }))
    expect(draft?.draftFields.notes).toEqual(['BSN •••••••••, lekkage'])
  })

  test('seems to be about health, until somebody looked at it', () => {
    const notes = 'Mevrouw heeft dementie'
    expect(read({ notes }).error?.issues).toMatchObject([{ path: ['noteConfirmed'], message: 'note-warnings' }])
    expect(read({ notes, noteConfirmed: 'on' }).success).toBe(true)
  })
})

describe('somebody who is rung back', () => {
  test('within minutes, by whoever promised it', async () => {
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    const input = aRecord({ fence, result: 'ring-back', ringIn: '30' })
    expect(await saveRecord(at, contactId, { input, draftFields, now })).toMatchObject({ ok: true })
    const row = await rowOf(contactId)
    expect(row).toMatchObject({ state: 'call-back', owner_id: operator.accountId, claimed_by: null, closed_at: null })
    expect(minutesAfter(row.due_at)).toBe(30)
    expect(await claimNextContact(colleague)).toMatchObject({ reason: 'nobody-waits' })
  })

  test('at a moment of the wall clock, by whoever is there then', async () => {
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    const moment = { ringIn: 'moment', ringOn: '2099-01-15', ringAt: '09:30', ringBy: 'desk' }
    await saveRecord(at, contactId, { input: aRecord({ fence, result: 'ring-back', ...moment }), draftFields, now })
    expect(await rowOf(contactId)).toMatchObject({ due_at: new Date('2099-01-15T08:30:00Z'), owner_id: null })
  })

  test('not in the past, not without a number, and not without a moment', async () => {
    const { contactId, fence, at } = await aHeldContact(operator, linde, { phone: null })
    const past = { ringIn: 'moment', ringOn: '2020-01-15', ringAt: '09:30' }
    const input = aRecord({ fence, result: 'ring-back', ...past })
    expect(await saveRecord(at, contactId, { input, draftFields, now })).toMatchObject({
      errors: { phone: 'phone-required', ringAt: 'ring-past' },
    })
    const without = recordSchema.safeParse({ key: uuidV7(), fence, notes: '', result: 'ring-back' })
    expect(without.error?.issues).toMatchObject([{ path: ['ringIn'], message: 'ring-required' }])
    const withNumber = aRecord({ fence, result: 'ring-back', ringIn: '10', phone: '06 12 34 56 78' })
    await saveRecord(at, contactId, { input: withNumber, draftFields, now })
    expect(await rowOf(contactId)).toMatchObject({ phone: '+31612345678', state: 'call-back' })
  })

  test('again after 10, 30 and 60 minutes; after the third time a person chooses', async () => {
    expect([1, 2, 3, 4].map((tries) => nextTryAt(tries, now)).map((at) => at && minutesAfter(at))).toEqual([
      10,
      30,
      60,
      null,
    ])
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    await saveRecord(at, contactId, { input: aRecord({ fence, result: 'ring-back', ringIn: '10' }), draftFields, now })
    for (const minutes of [10, 30, 60]) {
      const claim = await claimContact(operator, contactId)
      const input = aRecord({ fence: claim.ok ? claim.fence : 0, result: 'try-again' })
      await saveRecord(at, contactId, { input, draftFields, now })
      expect(minutesAfter((await rowOf(contactId)).due_at)).toBe(minutes)
    }
    const claim = await claimContact(operator, contactId)
    const last = claim.ok ? claim.fence : 0
    const again = aRecord({ fence: last, result: 'try-again' })
    expect(await saveRecord(at, contactId, { input: again, draftFields, now })).toMatchObject({
      errors: { result: 'tried-enough' },
    })
    const office = aRecord({ fence: last, result: 'for-office' })
    expect(await saveRecord(at, contactId, { input: office, draftFields, now })).toMatchObject({ ok: true })
    expect(await rowOf(contactId)).toMatchObject({ state: 'closed', outcome: 'for-office' })
  })

  test('within two minutes, by the same person, when the connection went', async () => {
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    await saveRecord(at, contactId, { input: aRecord({ fence, result: 'dropped' }), draftFields, now })
    const row = await rowOf(contactId)
    expect(row).toMatchObject({ state: 'call-back', fell_away: 'dropped', owner_id: operator.accountId })
    expect(minutesAfter(row.due_at)).toBe(2)
  })

  test('and is on the phone', async () => {
    const { contactId, fence, at } = await aHeldContact(operator, linde)
    await saveRecord(at, contactId, { input: aRecord({ fence, result: 'dropped' }), draftFields, now })
    const claim = await claimContact(operator, contactId)
    expect(await reachCaller(at, { contactId, fence: claim.ok ? claim.fence : 0 })).toEqual({ ok: true })
    expect(await rowOf(contactId)).toMatchObject({ state: 'talking', due_at: null })
  })
})

test('an ending or a subject that the line does not have is refused', async () => {
  const { contactId, fence, at } = await aHeldContact(operator, linde, { kind: 'chat' })
  const input = aRecord({ fence, result: 'partner-sent', kind: 'lift-out-of-order' })
  expect(await saveRecord(at, contactId, { input, draftFields, now })).toMatchObject({
    errors: { result: 'other', kind: 'other' },
  })
})
