import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DeskActor, Person } from '#app/accounts/authorize.server.ts'
import { claimContact } from '#app/contacts/claim-contact.server.ts'
import { action as callerAction, loader as contactLoader } from '#app/contacts/pages/contact.tsx'
import { action as draftAction } from '#app/contacts/pages/contact-draft.tsx'
import { action as leaseAction } from '#app/contacts/pages/contact-lease.tsx'
import { action as recordAction } from '#app/contacts/pages/contact-record.tsx'
import { action as stepAction } from '#app/contacts/pages/contact-step.tsx'
import { loader as closedLoader, action as searchAction } from '#app/contacts/pages/contacts.tsx'
import { action as addAction, loader as newLoader } from '#app/contacts/pages/new-contact.tsx'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { rowOf } from '#tests/contacts/a-record.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

type Handler = (args: LoaderFunctionArgs) => Promise<unknown>
const call = (handler: unknown, request: Request, contactId: string) =>
  answerOf(() => (handler as Handler)({ request, params: { contactId }, context: {} as never }))
const get = async (handler: unknown, actor: Person, contactId = '') =>
  call(handler, await signedIn(actor, `/contacts/${contactId}`), contactId)
const post = async (
  handler: unknown,
  actor: Person,
  { contactId = '', step = '', fields = {} }: { contactId?: string; step?: string; fields?: Record<string, string> },
) => call(handler, await posted(actor, `/contacts/${contactId}/${step}`, fields), contactId)
const statusOf = (answer: unknown) => (answer as Response).status
const json = async (answer: unknown) => (await (answer as Response).json()) as Record<string, unknown>

describe('the pages of a contact', () => {
  let linde: Corporation
  let operator: DeskActor
  let administrator: DeskActor
  let stranger: DeskActor
  let lineId: string

  beforeAll(async () => {
    await useDatabase()
    linde = await aCorporation()
    const eik = await aCorporation({ name: 'De Eik' })
    const desk = await aDesk([linde])
    operator = await aDeskActor(desk, { corporations: [linde] })
    administrator = await aDeskActor(desk, { role: 'desk-administrator', corporations: [linde], name: 'Anna' })
    stranger = await aDeskActor(await aDesk([eik, linde]), { corporations: [eik, linde], name: 'Vreemde' })
    lineId = await aLine(linde.id)
  })

  async function held() {
    const contactId = await aContact(operator, { corporationId: linde.id, lineId, phone: '+31612345678' })
    const claim = await claimContact(operator, contactId)
    if (!claim.ok) throw new Error(claim.reason)
    return { contactId, fence: String(claim.fence) }
  }
  const free = () =>
    asSuperuser(
      'UPDATE desk_contact SET claimed_by = NULL, lease_until = NULL, holder = NULL WHERE claimed_by IS NOT NULL',
    )

  test('a member of the corporation, another desk and an administrator who may not work stay out', async () => {
    await free()
    const { contactId, fence } = await held()
    const member = await anActor(linde)
    expect(statusOf(await get(contactLoader, member, contactId))).toBe(403)
    expect(statusOf(await get(contactLoader, stranger, contactId))).toBe(404)
    // A form that is open on somebody's screen hears that there is nothing to keep its text with any more.
    const actions = [
      [callerAction, 404] as const,
      ...[draftAction, leaseAction, recordAction].map((action) => [action, 410] as const),
    ]
    for (const [action, status] of actions) {
      expect(statusOf(await post(action, administrator, { contactId, fields: { fence } }))).toBe(403)
      expect(statusOf(await post(action, stranger, { contactId, fields: { fence } }))).toBe(status)
    }
    for (const step of ['danger', 'offer', 'reopening']) {
      const fields = { fence, danger: 'yes' }
      expect(statusOf(await post(stepAction, administrator, { contactId, step, fields }))).toBe(403)
      expect(statusOf(await post(stepAction, stranger, { contactId, step, fields }))).toBe(404)
    }
    expect(statusOf(await post(stepAction, operator, { contactId, step: 'constructor', fields: { fence } }))).toBe(404)
    expect(await rowOf(contactId)).toMatchObject({ urgency: 1 })
  })

  test('a step is taken, refused with its reason, and told to a browser without script by an address', async () => {
    await free()
    const { contactId, fence } = await held()
    const yes = await post(stepAction, operator, { contactId, step: 'danger', fields: { fence, danger: 'yes' } })
    expect(await json(yes)).toEqual({ ok: true })
    const lower = await post(stepAction, operator, {
      contactId,
      step: 'urgency',
      fields: { fence, urgency: '2', reason: '', words: '' },
    })
    expect([statusOf(lower), await json(lower)]).toEqual([
      409,
      { ok: false, reason: 'invalid', errors: { reason: 'reason-required' } },
    ])
    const request = await posted(operator, `/contacts/${contactId}/withdrawal`, { fence })
    request.headers.set('Sec-Fetch-Mode', 'navigate')
    const sent = (await call(stepAction, request, contactId)) as Response
    expect(sent.headers.get('Location')).toBe(`/contacts/${contactId}?refused=no-offer`)
  })

  test('what was typed in a step that was refused without script comes back with it, and is gone once it is done', async () => {
    await free()
    const { contactId, fence } = await held()
    const notes = { fence, notes: 'Zij huilt.' }
    await post(draftAction, operator, { contactId, fields: notes })
    const bare = async (step: string, fields: Record<string, string>) => {
      const request = await posted(operator, `/contacts/${contactId}/${step}`, { fence, ...fields })
      request.headers.set('Sec-Fetch-Mode', 'navigate')
      return ((await call(stepAction, request, contactId)) as Response).headers.get('Location')
    }
    type Loaded = { typed: object; draftFields: Record<string, string[]> }
    const shown = async () => (await get(contactLoader, operator, contactId)) as Loaded
    const words = 'Hal, bij 123456782 aanbellen'
    expect(await bare('place', { place: words })).toBe(`/contacts/${contactId}?refused=bsn`)
    expect(await bare('urgency', { urgency: '3', reason: '', words: 'Hij kan wachten.' })).toBe(
      `/contacts/${contactId}?refused=reason-required`,
    )
    const refused = await shown()
    expect(refused.typed).toEqual({
      place: { place: words.replace('123456782', '•••••••••') },
      urgency: { urgency: '3', reason: '', words: 'Hij kan wachten.' },
    })
    expect(refused.draftFields).toMatchObject({ notes: ['Zij huilt.'] })
    const [kept] = await asSuperuser<{ sealed: string }>(
      `SELECT encode(sealed, 'escape') AS sealed FROM contact_draft WHERE contact_id = $1`,
      [contactId],
    )
    expect(kept?.sealed).not.toContain('wachten')
    expect(await bare('place', { place: 'Hal van De Linde' })).toBe(`/contacts/${contactId}`)
    expect((await shown()).typed).toEqual({ urgency: { urgency: '3', reason: '', words: 'Hij kan wachten.' } })
    expect(await bare('urgency', { urgency: '3', reason: 'made-safe', words: 'Hij kan wachten.' })).toBe(
      `/contacts/${contactId}`,
    )
    expect(await shown()).toMatchObject({ typed: {}, draftFields: { notes: ['Zij huilt.'] } })
    expect((await shown()).typed).toEqual({})
  })

  test('what is typed is kept and found again; what is saved leads to whoever is first', async () => {
    await free()
    await asSuperuser(
      "UPDATE desk_contact SET state = 'closed', closed_at = now(), due_at = NULL WHERE state <> 'closed'",
    )
    const { contactId, fence } = await held()
    const text = { fence, notes: 'Water uit het plafond' }
    expect(await json(await post(draftAction, operator, { contactId, fields: text }))).toMatchObject({ ok: true })
    const loaded = (await get(contactLoader, operator, contactId)) as { draftFields: object; writeKey: string }
    expect(loaded.draftFields).toEqual({ notes: ['Water uit het plafond'] })
    const refused = await post(recordAction, operator, { contactId, fields: { ...text, key: loaded.writeKey } })
    expect([statusOf(refused), await json(refused)]).toMatchObject([409, { errors: { result: 'result-required' } }])
    const next = await aContact(operator, { corporationId: linde.id, lineId })
    const fields = { ...text, key: loaded.writeKey, result: 'solved' }
    expect(await json(await post(recordAction, operator, { contactId, fields }))).toEqual({
      ok: true,
      next: `/contacts/${next}`,
    })
    const seen = (await get(contactLoader, operator, contactId)) as { contact: { isMine: boolean; notes: string } }
    expect(seen.contact).toMatchObject({ isMine: false, notes: 'Water uit het plafond' })
  })

  test('a contract that ended shuts the page and keeps nothing more, and the open form hears that it is over', async () => {
    await free()
    const { contactId, fence } = await held()
    await asSuperuser('UPDATE desk_corporation SET serves_until = now() WHERE corporation_id = $1 AND desk_id = $2', [
      linde.id,
      operator.deskId,
    ])
    expect(statusOf(await get(contactLoader, operator, contactId))).toBe(404)
    for (const action of [draftAction, leaseAction, recordAction])
      expect(statusOf(await post(action, operator, { contactId, fields: { fence, notes: 'x' } }))).toBe(410)
    await asSuperuser('UPDATE desk_corporation SET serves_until = NULL WHERE corporation_id = $1', [linde.id])
  })

  test('one is added by hand, and what was closed today is found by what is posted', async () => {
    await free()
    const { lines, writeKey } = (await get(newLoader, operator)) as { lines: { id: string }[]; writeKey: string }
    expect(lines.map(({ id }) => id)).toContain(lineId)
    const fields = { key: writeKey, lineId, phone: 'geen nummer', message: '' }
    expect(await post(addAction, operator, { fields })).toEqual({ errors: { phone: 'phone' } })
    const added = (await post(addAction, operator, { fields: { ...fields, phone: '0501234567' } })) as Response
    expect(added.headers.get('Location')).toMatch(/^\/contacts\/[0-9a-f-]{36}$/)
    const list = (await get(closedLoader, administrator)) as { total: number }
    expect(list.total).toBeGreaterThan(0)
    expect(await post(searchAction, operator, { fields: { query: '0699999999' } })).toMatchObject({ total: 0 })
  })
})
