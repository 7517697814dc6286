import { pathToFileURL } from 'node:url'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { beforeAll, expect, test } from 'vitest'
import { type Actor, type DeskActor, inHand, type Person } from '#app/accounts/authorize.server.ts'
import { cookieName, openSession } from '#app/accounts/sessions.server.ts'
import { claimContact } from '#app/contacts/claim-contact.server.ts'
import { offerContact } from '#app/contacts/offer-contact.server.ts'
import { setPresence } from '#app/contacts/presence.server.ts'
import { saveRecord } from '#app/contacts/save-record.server.ts'
import { answerInContact, chooseKind, noteReadBack, overrideInContact } from '#app/contacts/triage-contact.server.ts'
import { notePlace } from '#app/contacts/whereabouts.server.ts'
import { withRequestCache } from '#app/core/request-cache.server.ts'
import { inScope, systemScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { addHours } from '#app/lines/lines.server.ts'
import { makePaper } from '#app/papers/make-paper.server.ts'
import { makeSuggestion } from '#app/quality/suggestions.server.ts'
import { setValue } from '#app/reference-values/set-value.server.ts'
import routes from '#app/routes.ts'
import { dateIn } from '#app/time/clock.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { aHeldContact, aRecord } from '#tests/contacts/a-record.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

/** Stands in everything of the corporation that others must not see. */
const canary = 'Kanarie'
/** What is searched for: it finds the canary, and a page that repeats it shows nothing. */
const sought = 'kanar'
/** Of what a desk alone works with, which callers and readers of the corporation itself must not see. */
const helplineCanary = 'Winterkoning'

let linde: Corporation
let eik: Corporation
/** What addresses and forms are filled with: all of it of the first corporation and its desk. */
let ids: Record<string, string>
let outsiders: Record<string, Person>
let insiders: Record<string, Person>
let owners: Record<string, Person>

beforeAll(async () => {
  await useDatabase()
  linde = await aCorporation({ name: `${canary}stichting` })
  eik = await aCorporation({ name: 'De Eik' })
  const desk = await aDesk([linde, eik])
  const operator = await aDeskActor(desk, { corporations: [linde, eik], name: `${canary} Bakker` })
  const coordinator = await anActor(linde, { name: `${canary} Dekker` })
  ids = await aNightOf(operator, coordinator)
  owners = { operator, coordinator }
  const other = await aDesk([eik], { name: 'Andere meldkamer' })
  const ended = await aDesk([linde, eik], { name: 'Vorige meldkamer' })
  await asSuperuser('UPDATE desk_corporation SET serves_until = now() WHERE desk_id = $1 AND corporation_id = $2', [
    ...[ended.id, linde.id],
  ])
  const roles = ['supervisor', 'desk-administrator'] as const
  outsiders = Object.fromEntries([
    ...(await Promise.all(
      roles.flatMap((role) => [
        aDeskActor(other, { role, corporations: [eik], name: 'Vreemd' }).then((who) => [`other ${role}`, who]),
        aDeskActor(ended, { role, corporations: [eik], name: 'Voorbij' }).then((who) => [`ended ${role}`, who]),
      ]),
    )),
    ['administrator elsewhere', await anActor(eik, { role: 'administrator', name: 'Beheer' })],
    ['contact person elsewhere', await anActor(eik, { role: 'contact-person', name: 'Contact' })],
  ])
  insiders = {
    caller: await anActor(linde, { role: 'caller', name: 'Beller' }),
    reader: await anActor(linde, { role: 'reader', name: 'Lezer' }),
  }
}, 60_000)

async function aNightOf(operator: DeskActor, coordinator: Actor): Promise<Record<string, string>> {
  const tenant = await aTenant(systemScope(linde.id), { lastName: `${canary}veld` })
  const held = await aHeldContact(operator, linde)
  const { at, contactId } = held
  await chooseKind(at, { ...held, kind: 'water-leak' })
  await notePlace(at, { ...held, place: `${canary} ${helplineCanary} hal` })
  for (const question of ['near-power', 'sparks']) await answerInContact(at, { ...held, question, answer: 'yes' })
  const words = `${canary} ${helplineCanary}`
  await overrideInContact(at, { ...held, verdictClass: 'urgent', hours: 4, reason: 'otherwise', words })
  await noteReadBack(at, { ...held, read: words, corrected: `${words} 12` })
  await saveRecord(at, contactId, {
    input: aRecord({ fence: held.fence, notes: words }),
    draftFields: {},
    now: new Date(),
  })
  const lineId = await aLine(linde.id)
  await addHours(coordinator, lineId, { days: ['1'], opens: '00:00', closes: '00:00', deskId: operator.deskId })
  const waiting = await aContact(operator, { corporationId: linde.id, lineId, phone: '+31612345678', message: words })
  const claim = await claimContact(operator, waiting)
  const sem = await aDeskActor({ id: operator.deskId, timeZone: operator.timeZone } as never, { name: `${canary} Sem` })
  await setPresence(sem, 'free')
  await offerContact(at, { contactId: waiting, fence: claim.ok ? claim.fence : 0, to: sem.accountId, note: words })
  const suggestion = { key: uuidV7(), kind: 'water-leak', signal: null, place: null, words } as const
  await makeSuggestion(inHand(operator, linde.id), suggestion)
  const [{ id: suggestionId } = { id: '' }] = await asSuperuser<{ id: string }>('SELECT id FROM protocol_suggestion')
  const today = dateIn('Europe/Amsterdam', new Date())
  await setValue(coordinator, { key: 'office-hours', fromOn: today, value: `${canary} uur` }, today)
  await makePaper(coordinator, new Date())
  return {
    ...{
      contactId: waiting,
      closedId: contactId,
      lineId,
      suggestionId,
      tenantId: tenant.id,
      homeId: tenant.homeId ?? '',
    },
    ...{
      corporationId: String(linde.id),
      deskId: String(operator.deskId),
      accountId: operator.accountId,
      kind: 'water-leak',
    },
    ...{ key: 'office-hours', number: '1', fence: String(claim.ok ? claim.fence : 0) },
  }
}

type Page = { path: string; file: string }
const pagesOf = (entries: readonly RouteConfigEntry[], above = ''): Page[] =>
  entries.flatMap(({ path = '', file, children = [] }) => {
    const own = [above, path].filter(Boolean).join('/')
    return [{ path: own, file }, ...pagesOf(children, own)]
  })
// Nobody is known there yet, or they leave by it.
const atTheDoor = /^(sign-in|sign-out|invitations\/|b\/|account\/place|\*)/
const pages = pagesOf(routes as RouteConfigEntry[]).filter(({ path }) => !atTheDoor.test(path))

const cookies = new Map<string, string>()
async function cookieOf(who: Person) {
  const known = cookies.get(who.accountId)
  if (known) return known
  const token = await inScope(who, (tx) => openSession(tx, who.accountId, { place: who }))
  cookies.set(who.accountId, `${cookieName}=${token}`)
  return `${cookieName}=${token}`
}

type Module = Partial<Record<'loader' | 'action', (args: object) => unknown>>
type Asked = Page & { method: 'GET' | 'POST' | 'DELETE'; contactId?: string; fields?: Record<string, string> }

/** What somebody gets to read of an address, as text: the data, the refusal, where they are sent. */
async function read(who: Person, { path, file, method, contactId = ids.contactId, fields }: Asked): Promise<string> {
  const module = (await import(/* @vite-ignore */ pathToFileURL(`app/${file}`).href)) as Module
  const handler = method === 'GET' ? module.loader : module.action
  if (!handler) return ''
  const all: Record<string, string | undefined> = { ...ids, contactId }
  const params = Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, all[name] ?? uuidV7()]))
  const address = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
  const search = method === 'GET' ? `?corporation=${linde.id}&kind=water-leak&days=90&contact=${contactId}` : ''
  const headers = { Cookie: await cookieOf(who), Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-origin' }
  const body = fields && new URLSearchParams(fields)
  const request = new Request(`http://localhost:3000/${address}${search}`, { method, headers, body })
  const context = { address: '192.0.2.1', requestId: uuidV7(), sayAgainLater: () => {} }
  try {
    return await textOf(await withRequestCache(uuidV7(), async () => handler({ request, params, context })), path)
  } catch (thrown) {
    if (thrown instanceof Response) return textOf(thrown, path)
    throw new Error(`${method} /${path} failed for ${who.name}.`, { cause: thrown })
  }
}

async function textOf(answer: unknown, path: string): Promise<string> {
  if (!(answer instanceof Response)) return JSON.stringify(answer) ?? ''
  const [where, type] = [answer.headers.get('Location') ?? '', answer.headers.get('Content-Type') ?? '']
  // Whose paper it is cannot be searched for: one of an address with an id is that of the first corporation.
  const isOfId = path.includes(':corporationId')
  return type.includes('pdf') ? `${helplineCanary} ${isOfId ? canary : ''}` : `${where} ${await answer.text()}`
}

/** Everything that forms have, filled in with what is somebody else's. */
const anyFields = (): Record<string, string>[] => {
  const all = {
    ...ids,
    ...{
      key: uuidV7(),
      corporation: String(linde.id),
      to: ids.accountId ?? '',
      danger: 'gas',
      urgency: '0',
      words: 'x',
    },
    ...{
      notes: 'x',
      result: 'solved',
      kind: 'water-leak',
      phone: '0612345679',
      place: 'x',
      question: 'near-power',
      answer: 'no',
    },
    ...{
      caller: `tenant:${ids.tenantId}`,
      state: 'free',
      reason: 'otherwise',
      signal: '',
      message: 'x',
      day: '1',
      agreed: 'yes',
    },
  }
  return [all, { ...all, q: sought, query: sought }]
}

/** Whatever the corporation has, but not who asked for what. */
async function fingerprint(): Promise<Record<string, string>> {
  const tables = await asSuperuser<{ name: string }>(`
    SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND column_name = 'corporation_id' AND table_type = 'BASE TABLE'
      AND table_name NOT IN ('audit_event', 'session', 'idempotent_write')`)
  const prints: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await asSuperuser<{ print: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS print FROM "${name}" t WHERE corporation_id = $1`,
      [linde.id],
    )
    prints[name] = row?.print ?? ''
  }
  return prints
}

const asked = (): Asked[] =>
  pages.flatMap((page): Asked[] => [
    { ...page, method: 'GET' },
    ...(page.path.includes(':contactId') ? [{ ...page, method: 'GET' as const, contactId: ids.closedId }] : []),
    ...anyFields().map((fields) => ({ ...page, method: 'POST' as const, fields })),
    { ...page, method: 'DELETE' },
  ])

async function whoSees(people: Record<string, Person>, word: string): Promise<string[]> {
  const seen: string[] = []
  for (const [name, who] of Object.entries(people))
    for (const one of asked())
      if ((await read(who, one)).includes(word)) seen.push(`${name}: ${one.method} /${one.path}`)
  return seen
}

test('whoever may see it does: what is searched for below is there to be found', async () => {
  for (const who of Object.values(owners)) {
    const seen: string[] = []
    for (const page of pages) if ((await read(who, { ...page, method: 'GET' })).includes(canary)) seen.push(page.path)
    expect(seen, who.name).toContain(who.as === 'desk' ? 'contacts/:contactId' : 'nights')
  }
})

test('nobody of another desk, another corporation or a contract that ended sees or changes anything, whatever ids they send', async () => {
  const before = await fingerprint()
  expect(await whoSees(outsiders, canary)).toEqual([])
  expect(await fingerprint()).toEqual(before)
}, 240_000)

test('whoever calls for the corporation or only reads sees nothing of what its desks wrote', async () => {
  expect(await whoSees(insiders, helplineCanary)).toEqual([])
}, 120_000)
