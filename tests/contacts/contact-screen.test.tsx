import { beforeEach, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { answerDanger } from '#app/contacts/judge-contact.server.ts'
import { loadContactPage } from '#app/contacts/load-contact-page.server.ts'
import { placeCaller } from '#app/contacts/place-caller.server.ts'
import { saveRecord } from '#app/contacts/save-record.server.ts'
import {
  answerInContact,
  chooseKind,
  noteReadBack,
  noteSafetyRead,
  overrideInContact,
} from '#app/contacts/triage-contact.server.ts'
import { ContactForm } from '#app/contacts/views/contact-form.tsx'
import { ContactSeen } from '#app/contacts/views/contact-seen.tsx'
import { DeskLive } from '#app/contacts/views/desk-live.tsx'
import { askLater, noteNumber, notePlace } from '#app/contacts/whereabouts.server.ts'
import { systemScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { addUrgentNumber } from '#app/corporations/urgent-numbers.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asHtml } from '#tests/calls/as-html.tsx'
import { aHeldContact, aRecord } from '#tests/contacts/a-record.ts'
import { useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let operator: DeskActor
const now = new Date()

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  operator = await aDeskActor(await aDesk([linde]), { corporations: [linde] })
})

/** The page as this person gets it. */
async function htmlOf(actor: DeskActor, contactId: string) {
  const loaded = await loadContactPage({ ...actor, corporationId: linde.id }, { contactId, refused: null, now })
  if (!loaded) throw new Error('There is no such contact.')
  const person = {
    accountId: actor.accountId,
    mayWork: true,
    maySupervise: false,
    said: 'free' as const,
    now: now.toISOString(),
  }
  const Shown = loaded.contact.isMine ? ContactForm : ContactSeen
  return asHtml(
    <DeskLive person={person}>
      <Shown {...loaded} />
    </DeskLive>,
  )
}

test('on a line for repairs the question about danger is the first heading, and there is no box for a crisis', async () => {
  const { contactId } = await aHeldContact(operator, linde)
  const html = await htmlOf(operator, contactId)
  expect(html.match(/<h2[^>]*>([^<]*)/)?.[1]).toBe('Is er nu gevaar?')
  expect(html).not.toContain('tel:08000113')
})

test('on the chat line the numbers for help stand on the screen of whoever has it and of whoever looks', async () => {
  await addUrgentNumber(await anActor(linde), uuidV7(), {
    name: 'Wijkbeheerder',
    phone: '+31162412233',
    ringWhen: 'op werkdagen',
    notes: '',
  })
  const { contactId } = await aHeldContact(operator, linde, { kind: 'chat' })
  for (const html of [
    await htmlOf(operator, contactId),
    await htmlOf({ ...operator, accountId: uuidV7() }, contactId),
  ]) {
    for (const number of ['tel:112', 'tel:08000113', 'tel:0880767000', 'tel:+31162412233'])
      expect(html).toContain(number)
    expect(html).not.toContain('Is er nu gevaar?')
  }
})

test('before it is picked up nobody is looked up; once it is, nobody is ticked', async () => {
  await aTenant(systemScope(linde.id))
  const lineId = await aLine(linde.id)
  const waiting = await aContact(operator, { corporationId: linde.id, lineId, phone: '+31612345678' })
  // Whose number it is stands there from when the call came in; nobody's birth date or address does.
  const before = await htmlOf(operator, waiting)
  expect(before).toContain('Kuipers')
  expect(before).not.toMatch(/1942|Molenweg/)
  const { contactId } = await aHeldContact(operator, linde)
  const html = await htmlOf(operator, contactId)
  expect(html).toMatch(/1942/)
  expect(html).toContain('Molenweg')
  expect(html).not.toMatch(/name="caller"[^>]*checked/)
})

test('who is to be rung back has a number to press; trying again is offered three times', async () => {
  const { contactId, fence, at } = await aHeldContact(operator, linde)
  expect(await htmlOf(operator, contactId)).not.toContain('value="try-again"')
  let last = fence
  const again = async (result: string) => {
    const input = aRecord({ fence: last, result })
    expect(await saveRecord(at, contactId, { input, draftFields: {}, now })).toMatchObject({ ok: true })
    const { claimContact } = await import('#app/contacts/claim-contact.server.ts')
    const claim = await claimContact(operator, contactId)
    last = claim.ok ? claim.fence : 0
  }
  await again('dropped')
  expect(await htmlOf(operator, contactId)).toContain('Niet bereikt')
  for (const _ of [1, 2, 3]) await again('try-again')
  const html = await htmlOf(operator, contactId)
  expect(html).toContain('Drie keer geprobeerd')
  expect(html).not.toContain('value="try-again"')
})

test('who wants to be called now and then can say so on the chat line, once it is known who they are', async () => {
  const tenant = await aTenant(systemScope(linde.id))
  const { contactId, at } = await aHeldContact(operator, linde, { kind: 'chat' })
  expect(await htmlOf(operator, contactId)).not.toContain('Wil af en toe gebeld worden')
  await placeCaller(at, { contactId, choice: { is: 'tenant', tenantId: tenant.id } })
  expect(await htmlOf(operator, contactId)).toContain('Wil af en toe gebeld worden')
})

test('until it is said whether there is danger, only that is asked; then where, then what it is about', async () => {
  const held = await aHeldContact(operator, linde)
  const first = await htmlOf(operator, held.contactId)
  expect(first).toContain('Er kan iets vallen')
  expect(first).not.toContain('Waar is het, en op welk nummer?')
  expect(first).toMatch(/<div hidden="" class="grid/)
  await answerDanger(held.at, { ...held, danger: 'no' })
  const second = await htmlOf(operator, held.contactId)
  expect(second).toContain('Waar is het, en op welk nummer?')
  expect(second).not.toContain('Ander onderwerp')
  await noteNumber(held.at, { ...held, phone: '+31612345678' })
  await notePlace(held.at, { ...held, place: 'Hal van De Linde' })
  expect(await htmlOf(operator, held.contactId)).toContain('In de woorden van de beller')
})

test('who is in danger hears at once what the protocol of the corporation says, before anything is asked', async () => {
  const held = await aHeldContact(operator, linde)
  await answerDanger(held.at, { ...held, danger: 'gas' })
  const html = await htmlOf(operator, held.contactId)
  expect(html).toContain('Gevaar: gaslucht. Zeg dit nu:')
  expect(html).toContain('tel:112')
})

test('once it is closed everything of how it was judged is read there, also by a colleague', async () => {
  const held = await aHeldContact(operator, linde)
  await answerDanger(held.at, { ...held, danger: 'no' })
  await chooseKind(held.at, { ...held, kind: 'water-leak' })
  await answerInContact(held.at, { ...held, question: 'near-power', answer: 'yes' })
  await answerInContact(held.at, { ...held, question: 'near-power', answer: 'no' })
  await answerInContact(held.at, { ...held, question: 'stays-in-basin', answer: 'yes' })
  const up = { verdictClass: 'urgent', hours: 4, reason: null, words: '' } as const
  await overrideInContact(held.at, { ...held, ...up })
  await noteReadBack(held.at, { ...held, read: 'Ik vat het samen.', corrected: 'Zij woont op 14.' })
  await saveRecord(held.at, held.contactId, { input: aRecord({ fence: held.fence }), draftFields: {}, now })
  const html = await htmlOf({ ...operator, accountId: uuidV7() }, held.contactId)
  for (const text of ['Beoordeling: Lekkage', 'Spoed, binnen 4 uur', 'regel 8, landelijk', 'concept'])
    expect(html).toContain(text)
  expect(html).toContain('Dringender gemaakt · door Yasmin Bakker')
  expect(html).toContain('eerst: Ja')
  expect(html).toContain('Zij woont op 14.')
  expect(html).toContain('Ik vat het samen.')
})

test('whatever is answered, read out or decided goes with what it is about, as another tab may have gone on', async () => {
  const held = await aHeldContact(operator, linde)
  await answerDanger(held.at, { ...held, danger: 'no' })
  await askLater(held.at, held)
  await chooseKind(held.at, { ...held, kind: 'water-leak' })
  const formsOf = async () => {
    const forms = (await htmlOf(operator, held.contactId)).match(/<form.*?<\/form>/gs) ?? []
    return (step: string) => forms.filter((form) => form.includes(`/${held.contactId}/${step}"`))
  }
  const asked = await formsOf()
  for (const step of ['answer', 'circumstance'])
    for (const form of asked(step)) expect(form).toMatch(/name="run" value="[0-9a-f-]{36}"/)
  expect(asked('answer')).toHaveLength(1)
  for (const [question, answer] of [
    ['near-power', 'yes'],
    ['sparks', 'yes'],
  ] as const)
    await answerInContact(held.at, { ...held, question, answer })
  const judged = await formsOf()
  const [safety] = judged('safety')
  const [override] = judged('override')
  for (let line = 0; line < 9; line++) await noteSafetyRead(held.at, { ...held, line })
  const told = await formsOf()
  expect(told('read-back')).toHaveLength(2)
  for (const form of [safety, override, ...told('read-back')]) expect(form).toMatch(/name="verdict" value="\d+-danger-/)
})
