import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Claim } from '#app/claims/claim-kind.ts'
import { discardDraft, findDraft, saveDraft } from '#app/claims/drafts.server.ts'
import { releaseClaim } from '#app/claims/release-claim.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { aContact, claimed, close, contactRow, lapse, next, take, useContacts } from './a-contact.ts'

beforeAll(async () => {
  await useDatabase()
  await useContacts()
})

let desk: string
let els: Actor
let joost: Actor

beforeEach(async () => {
  desk = uuidV7()
  const corporation = await aCorporation()
  els = await anActor(corporation, { name: 'Els Bakker' })
  joost = await anActor(corporation, { name: 'Joost de Wit' })
  await aContact(els, desk)
})

const draftFields = { summary: ['De lift staat stil op drie hoog'] }
const aSave = () => ({ key: uuidV7(), summary: 'Monteur gebeld', draftFields })
const draftOf = (agent: Actor, contact: Claim) => inScopeSql(agent, (tx) => findDraft(tx, agent, contact))
const claimedByJoost = { ok: false, reason: 'claimed-by-other', by: 'Joost de Wit' }

describe('a draft', () => {
  it('is kept for its own writer, sealed, and the last one stands', async () => {
    const contact = await claimed(els, desk)
    const key = uuidV7()
    await saveDraft(els, { ...contact, key, draftFields: { summary: ['De lift'] } })
    expect(await saveDraft(els, { ...contact, key, draftFields })).toMatchObject({ ok: true })
    expect(await draftOf(els, contact)).toMatchObject({ draftFields })
    expect(await draftOf(joost, contact)).toBeNull()
    const rows = await asSuperuser<{ text: string }>(
      "SELECT encode(sealed, 'escape') AS text FROM contact_sample_draft WHERE contact_id = $1",
      [contact.id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.text).not.toContain('lift')
  })

  it('is kept also when somebody else has the row, and the answer says who', async () => {
    const contact = await claimed(els, desk)
    await take(joost, contact.id, desk)
    expect(await saveDraft(els, { ...contact, draftFields })).toEqual(claimedByJoost)
    expect(await draftOf(els, contact)).toMatchObject({ draftFields })
  })

  it('is kept after a release, and goes when its writer says so', async () => {
    const contact = await claimed(els, desk)
    await releaseClaim(els, contact)
    expect(await saveDraft(els, { ...contact, draftFields })).toMatchObject({ ok: false, reason: 'not-claimed' })
    expect(await draftOf(els, contact)).toMatchObject({ draftFields })
    await discardDraft(els, contact)
    expect(await draftOf(els, contact)).toBeNull()
    const log = await asSuperuser(
      "SELECT FROM audit_event WHERE subject_id = $1 AND action = 'contact-sample:discarded'",
      [contact.id],
    )
    expect(log).toHaveLength(1)
  })

  it('about a row that never was theirs is refused, and nothing is kept', async () => {
    const contact = await claimed(els, desk)
    const stranger = await anActor(await aCorporation({ name: 'Elders' }))
    for (const agent of [joost, stranger]) {
      expect(await saveDraft(agent, { ...contact, draftFields })).toEqual({ ok: false, reason: 'not-found', by: null })
      expect(await draftOf(agent, contact)).toBeNull()
    }
  })
})

describe('two screens with one row', () => {
  const [first, second] = [{ summary: ['Op het ene scherm'] }, { summary: ['Op het andere scherm'] }]
  const opened = (basedOn: string | null) => ({ key: uuidV7(), basedOn })
  const savedAt = (answer: Awaited<ReturnType<typeof saveDraft>>) => (answer.ok ? answer.savedAt : '')

  it('keep nothing over each other: who comes second gets the other text', async () => {
    const contact = await claimed(els, desk)
    const [one, two] = [opened(null), opened(null)]
    const at = savedAt(await saveDraft(els, { ...contact, ...one, draftFields: first }))
    const answer = await saveDraft(els, { ...contact, ...two, draftFields: second })
    expect(answer).toEqual({ ok: false, reason: 'other-text', other: { draftFields: first, savedAt: at } })
    expect(await draftOf(els, contact)).toEqual({ draftFields: first, savedAt: at })
    // Chosen: the second one. Now the first screen is the one that does not know.
    const after = savedAt(await saveDraft(els, { ...contact, ...two, basedOn: at, draftFields: second }))
    expect(after > at).toBe(true)
    const more = { summary: ['Op het ene scherm, en meer'] }
    expect(await saveDraft(els, { ...contact, ...one, basedOn: at, draftFields: more })).toMatchObject({
      reason: 'other-text',
      other: { draftFields: second },
    })
  })

  it('that come at the same moment: one is kept, and the other learns of it', async () => {
    const contact = await claimed(els, desk)
    const texts = Array.from({ length: 6 }, (_, screen) => ({ summary: [`Scherm ${screen}`] }))
    const answers = await Promise.all(
      texts.map((text) => saveDraft(els, { ...contact, ...opened(null), draftFields: text })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const kept = texts[answers.findIndex(({ ok }) => ok)]
    expect(await draftOf(els, contact)).toMatchObject({ draftFields: kept })
    for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject({ other: { draftFields: kept } })
  })

  it('of which one is closed: both texts are there, once each', async () => {
    const contact = await claimed(els, desk)
    await saveDraft(els, { ...contact, ...opened(null), draftFields: first })
    const leaving = { ...contact, ...opened(null), draftFields: second, isLeaving: true }
    expect(await saveDraft(els, leaving)).toMatchObject({ reason: 'other-text' })
    expect(await draftOf(els, contact)).toMatchObject({
      draftFields: { summary: [...first.summary, ...second.summary] },
    })
  })

  it('with the same text have nothing to choose', async () => {
    const contact = await claimed(els, desk)
    const at = savedAt(await saveDraft(els, { ...contact, ...opened(null), draftFields: first }))
    expect(await saveDraft(els, { ...contact, ...opened(null), draftFields: first })).toEqual({ ok: true, savedAt: at })
  })

  it('of which one sends: what was typed on the other stays', async () => {
    const contact = await claimed(els, desk)
    await saveDraft(els, { ...contact, ...opened(null), draftFields: first })
    expect(await close(els, contact, { ...aSave(), basedOn: null })).toEqual({ ok: true, times: 1 })
    expect(await draftOf(els, contact)).toMatchObject({ draftFields: first })
  })

  it('an answer that got lost on the way is no other screen: the same opening goes on', async () => {
    const contact = await claimed(els, desk)
    const one = opened(null)
    await saveDraft(els, { ...contact, ...one, draftFields: first })
    expect(await saveDraft(els, { ...contact, ...one, draftFields: second })).toMatchObject({ ok: true })
  })

  it('a form that does not say what it began with has its text kept beside the other', async () => {
    const contact = await claimed(els, desk)
    await saveDraft(els, { ...contact, ...opened(null), draftFields: first })
    await saveDraft(els, { ...contact, draftFields: second })
    expect(await draftOf(els, contact)).toMatchObject({
      draftFields: { summary: [...first.summary, ...second.summary] },
    })
  })
})

describe('a save', () => {
  it('ends the claim and takes the draft away', async () => {
    const contact = await claimed(els, desk)
    await saveDraft(els, { ...contact, draftFields })
    expect(await close(els, contact, aSave())).toEqual({ ok: true, times: 1 })
    expect(await contactRow(contact.id)).toMatchObject({ state: 'closed', claimed_by: null, summary: 'Monteur gebeld' })
    expect(await draftOf(els, contact)).toBeNull()
  })

  it('gives the same key the same answer, and is written once', async () => {
    const contact = await claimed(els, desk)
    const save = aSave()
    const answers = await Promise.all(Array.from({ length: 4 }, () => close(els, contact, save)))
    expect(answers).toEqual(Array.from({ length: 4 }, () => ({ ok: true, times: 1 })))
    expect(await contactRow(contact.id)).toMatchObject({ times_closed: 1 })
    expect(await close(els, contact, aSave())).toEqual({ ok: false, reason: 'already-finished', by: null })
  })

  it('with a stale fence is refused and writes nothing but what was typed', async () => {
    const contact = await claimed(els, desk)
    const taken = await take(joost, contact.id, desk)
    expect(await close(els, contact, aSave())).toEqual(claimedByJoost)
    expect(await contactRow(contact.id)).toMatchObject({ state: 'waiting', times_closed: 0, fence: 2 })
    expect(await draftOf(els, contact)).toMatchObject({ draftFields })
    const fence = taken.is === 'claimed' ? taken.fence : 0
    expect(await close(joost, { ...contact, fence }, aSave())).toEqual({ ok: true, times: 1 })
  })

  it('that comes late is taken while nobody took the row, and not when somebody did', async () => {
    const contact = await claimed(els, desk)
    await lapse(contact.id)
    expect(await close(els, contact, aSave())).toEqual({ ok: true, times: 1 })
    await aContact(els, desk)
    const second = await claimed(els, desk)
    await lapse(second.id)
    expect(await next(joost, desk)).toMatchObject({ id: second.id, fence: 2 })
    expect(await close(els, second, aSave())).toEqual(claimedByJoost)
  })

  it('that is refused for what is in it leaves the claim and the draft as they were', async () => {
    const contact = await claimed(els, desk)
    await saveDraft(els, { ...contact, draftFields })
    expect(await close(els, contact, { ...aSave(), summary: '' })).toEqual({ ok: false, reason: 'summary-required' })
    expect(await contactRow(contact.id)).toMatchObject({ state: 'waiting', claimed_by: els.accountId })
    expect(await draftOf(els, contact)).toMatchObject({ draftFields })
  })

  it('is not undone by the draft of the same form that arrives with or after it', async () => {
    const contact = await claimed(els, desk)
    const save = aSave()
    const beside = () => saveDraft(els, { ...contact, key: save.key, draftFields })
    expect(await Promise.all([close(els, contact, save), beside()])).toMatchObject([{ ok: true }, { ok: true }])
    expect(await beside()).toMatchObject({ ok: true })
    expect(await draftOf(els, contact)).toBeNull()
  })
})
