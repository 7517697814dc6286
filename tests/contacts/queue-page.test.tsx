import { beforeEach, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import * as placeChoice from '#app/accounts/pages/place-choice.tsx'
import * as signOut from '#app/accounts/pages/sign-out.tsx'
import { claimContact } from '#app/contacts/claim-contact.server.ts'
import { ownPresence } from '#app/contacts/leave-desk.server.ts'
import * as departure from '#app/contacts/pages/operator-departure.tsx'
import * as queue from '#app/contacts/pages/queue.tsx'
import * as board from '#app/contacts/pages/queue-board.tsx'
import { setPresence } from '#app/contacts/presence.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let linde: Corporation
let operator: DeskActor
let colleague: DeskActor
let supervisor: DeskActor
let lineId: string

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  const desk = await aDesk([linde])
  operator = await aDeskActor(desk, { corporations: [linde] })
  colleague = await aDeskActor(desk, { corporations: [linde], name: 'Sem de Boer' })
  supervisor = await aDeskActor(desk, { corporations: [linde], name: 'Petra Vos', role: 'supervisor' })
  lineId = await aLine(linde.id)
})

const someone = (over: Partial<Parameters<typeof aContact>[1]> = {}) =>
  aContact(operator, { corporationId: linde.id, lineId, ...over })
const context = {}
const load = async (path: string) =>
  queue.loader({ request: await signedIn(operator, path), params: {}, context } as never)
const act = (page: { action: unknown }, request: Request, params: object = {}) =>
  answerOf(() => (page.action as (args: object) => Promise<unknown>)({ request, params, context }))

test('the page has the first rows of its view and counts of all, without a script', async () => {
  const [early, late] = [await someone({ secondsAgo: 90 }), await someone({ secondsAgo: 5 })]
  await claimContact(colleague, await someone())
  const { page, view } = await load('/queue')
  expect(view).toBe('waiting')
  expect(page.rows.map(({ id }) => id)).toEqual([early, late])
  expect(page.counts).toMatchObject({ waiting: 2, taken: 1, mine: 0 })
  expect((await load('/queue?view=taken')).page.rows[0]).toMatchObject({ claimant: 'Sem de Boer' })
  expect((await load('/queue?view=nonsense')).view).toBe('waiting')
})

test('who hung up with a hidden number is among the missed for a day', async () => {
  const id = await someone({ isHidden: true })
  const close = (since: string) =>
    asSuperuser(
      `UPDATE desk_contact SET state = 'closed', fell_away = 'abandoned', outcome = 'no-number', closed_at = now(), arrived_at = now() - $2::interval WHERE id = $1`,
      [id, since],
    )
  await close('1 hour')
  const { page } = await load('/queue?view=missed')
  expect(page.rows).toMatchObject([{ id, isHidden: true, phone: null }])
  await close('25 hours')
  expect((await load('/queue?view=missed')).page.counts.missed).toBe(0)
})

test('all there is, for a tab that the stream does not reach', async () => {
  const id = await someone()
  await setPresence(operator as never, 'free')
  const answer = (await board.loader({
    request: await signedIn(operator, '/queue/board'),
    params: {},
    context,
  } as never)) as Response
  expect(await answer.json()).toMatchObject({
    rows: [{ id }],
    operators: [{ name: 'Yasmin Bakker', presence: 'free' }],
  })
})

test('a supervisor signs off whose screen is gone, and what they had goes back; nobody whose screen is there', async () => {
  await setPresence(colleague as never, 'free')
  const id = await someone()
  await claimContact(colleague, id)
  const signOff = async (actor: DeskActor) => {
    const path = `/queue/operators/${colleague.accountId}/departure`
    return (await act(departure, await posted(actor, path, {}), { accountId: colleague.accountId })) as Response
  }
  expect((await signOff(operator)).status).toBe(403)
  expect(await (await signOff(supervisor)).json()).toEqual({ ok: false })
  await asSuperuser("UPDATE operator_presence SET seen_at = now() - interval '2 minutes'")
  expect(await (await signOff(supervisor)).json()).toEqual({ ok: true })
  expect(await ownPresence(colleague)).toMatchObject({ state: 'off' })
  expect(await asSuperuser('SELECT claimed_by, owner_id FROM desk_contact WHERE id = $1', [id])).toEqual([
    { claimed_by: null, owner_id: colleague.accountId },
  ])
})

test('whoever is at work goes elsewhere only after signing off, which is offered', async () => {
  const elsewhere = `desk-${operator.deskId}`
  await setPresence(operator as never, 'free')
  const id = await someone()
  await claimContact(operator, id)
  const go = async (fields: Record<string, string>) =>
    (await act(placeChoice, await posted(operator, '/account/place', { place: elsewhere, ...fields }))) as Response
  expect((await go({})).headers.get('Location')).toBe(`/account/place?place=${elsewhere}`)
  expect(await ownPresence(operator)).toEqual({ state: 'free', isAtWork: true })
  expect((await go({ leaves: 'yes' })).headers.get('Location')).toBe('/')
  expect(await ownPresence(operator)).toEqual({ state: 'off', isAtWork: false })
  expect(await asSuperuser('SELECT claimed_by FROM desk_contact WHERE id = $1', [id])).toEqual([{ claimed_by: null }])
  expect((await go({})).headers.get('Location')).toBe('/')
})

test('signing out is going off', async () => {
  await setPresence(operator as never, 'break')
  await act(signOut, await posted(operator, '/sign-out', {}))
  expect(await ownPresence(operator)).toMatchObject({ state: 'off' })
})
