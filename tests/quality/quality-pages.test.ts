import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor, DeskActor, Person } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { draftToChange } from '#app/protocols/change-draft.server.ts'
import { action as settle } from '#app/protocols/pages/suggestion-step.tsx'
import { loader as memberPage } from '#app/quality/pages/quality.tsx'
import { loader as deskPage } from '#app/quality/pages/quality-desk.tsx'
import { loader as deskFile } from '#app/quality/pages/quality-desk-file.tsx'
import { loader as deskRuns } from '#app/quality/pages/quality-desk-runs.tsx'
import { loader as memberFile } from '#app/quality/pages/quality-file.tsx'
import { loader as memberRuns } from '#app/quality/pages/quality-runs.tsx'
import { action as suggest, loader as suggestionPage } from '#app/quality/pages/suggestion.tsx'
import { publishSuggestions } from '#app/quality/suggestions.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aTriageRun, aVerdict } from '#prisma/builders/triage-run.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let linde: Corporation
let supervisor: DeskActor
let operator: DeskActor
let administrator: DeskActor
let otherDesk: DeskActor
let coordinator: Actor
let lineId: string

beforeAll(useDatabase)
beforeEach(async () => {
  linde = await aCorporation({ name: 'De Linde' })
  const desk = await aDesk([linde])
  supervisor = await aDeskActor(desk, { role: 'supervisor', corporations: [linde], name: 'Petra Vos' })
  operator = await aDeskActor(desk, { corporations: [linde], name: 'Yasmin Bakker' })
  administrator = await aDeskActor(desk, { role: 'desk-administrator', corporations: [linde], name: 'Anna' })
  const eik = await aCorporation({ name: 'De Eik' })
  otherDesk = await aDeskActor(await aDesk([eik, linde]), { role: 'supervisor', corporations: [eik, linde] })
  coordinator = await anActor(linde)
  lineId = await aLine(linde.id)
})

type Handler = (args: never) => Promise<unknown>
const args = (request: Request, params = {}) => ({ request, params, context: {} as never }) as never
const open = (handler: unknown, actor: Person, search = '') =>
  answerOf(async () => (handler as Handler)(args(await signedIn(actor, `/desk/quality${search}`))))
const send = (actor: Person, fields: Record<string, string>) =>
  answerOf(async () => suggest(args(await posted(actor, '/desk/quality/suggestion', fields))))
const step = (actor: Person, suggestionId: string, { to = 'settlement', ...fields }: Record<string, string>) =>
  answerOf(async () =>
    settle(args(await posted(actor, `/protocols/suggestions/${suggestionId}/${to}`, fields), { suggestionId })),
  )
const statusOf = (answer: unknown) => (answer as Response).status

const key = '019a0000-0000-7000-8000-000000000001'
const words = (id: number) => ({
  key,
  corporation: String(id),
  kind: 'water-leak',
  signal: 'raised',
  place: 'ends.runs-on',
  words: 'Vraag eerst of de hoofdkraan dicht is.',
})

/** Twenty leaks of rule 3, of which six were raised to danger. */
async function twenty() {
  for (let index = 0; index < 20; index++)
    await aTriageRun(operator, {
      corporationId: linde.id,
      lineId,
      verdict: aVerdict({ end: 'runs-on', rule: 3, class: 'urgent', hours: 2 }),
      override: index < 6 ? { class: 'danger', hours: 2, direction: 'up', reason: null } : null,
    })
}

type Shown = Awaited<ReturnType<typeof deskPage>>

test('a supervisor reads what stands out, by rule, and opens the callers behind it; no name is on these pages', async () => {
  await twenty()
  const page = (await open(deskPage, supervisor)) as Shown
  expect(page.signals).toMatchObject([
    {
      signal: 'raised',
      kind: 'water-leak',
      place: { in: 'end', rule: 3 },
      count: 6,
      of: 20,
      mostly: { class: 'danger', count: 6 },
    },
  ])
  expect(page).toMatchObject({ maySuggest: true, names: [{ id: linde.id, name: 'De Linde' }], ofKind: null })
  expect(((await open(deskPage, administrator)) as Shown).maySuggest).toBe(false)
  const ofKind = (await open(deskPage, supervisor, `?kind=water-leak&corporation=${linde.id}`)) as Shown
  expect(ofKind.ofKind?.ends).toMatchObject([{ end: 'runs-on', judged: 20, raised: 6 }])
  const rows = (await open(deskRuns, supervisor, '?show=raised&kind=water-leak')) as Awaited<
    ReturnType<typeof deskRuns>
  >
  expect(rows.paging.total).toBe(6)
  expect(rows.rows[0]).toMatchObject({ corporation: 'De Linde', override: { direction: 'up', class: 'danger' } })
  expect(rows.rows[0]?.to).toMatch(/^\/contacts\//)
  for (const shown of [page, ofKind, rows]) {
    const text = JSON.stringify(shown)
    expect(text).not.toContain('Yasmin')
    expect(text).not.toContain(operator.accountId)
  }
})

test('a member reads those of their own corporation; a contact is opened by whoever reads the night', async () => {
  await twenty()
  const page = (await open(memberPage, coordinator)) as Awaited<ReturnType<typeof memberPage>>
  expect(page).toMatchObject({ all: { judged: 20, raised: 6 }, maySettle: true })
  const rows = async (actor: Actor) => (await open(memberRuns, actor)) as Awaited<ReturnType<typeof memberRuns>>
  expect((await rows(coordinator)).rows[0]?.to).toMatch(/^\/nights\/contacts\//)
  expect((await rows(await anActor(linde, { role: 'administrator' }))).rows[0]?.to).toBeNull()
  const stranger = await anActor(await aCorporation())
  expect((await open(memberPage, stranger)) as object).toMatchObject({ all: { started: 0 }, suggestions: [] })
})

test('an operator, a caller and a reader see nothing of it, and a desk nothing of another one', async () => {
  await twenty()
  for (const handler of [deskPage, deskRuns, deskFile, suggestionPage]) {
    expect(statusOf(await open(handler, operator, '?kind=water-leak'))).toBe(403)
    expect(statusOf(await open(handler, coordinator, '?kind=water-leak'))).toBe(403)
  }
  for (const role of ['caller', 'reader'] as const) {
    const member = await anActor(linde, { role })
    for (const handler of [memberPage, memberRuns, memberFile]) expect(statusOf(await open(handler, member))).toBe(403)
  }
  for (const handler of [memberPage, memberRuns, memberFile])
    expect(statusOf(await open(handler, supervisor))).toBe(403)
  expect((await open(deskPage, otherDesk)) as object).toMatchObject({ all: { started: 0 }, signals: [] })
  expect((await open(deskRuns, otherDesk)) as object).toMatchObject({ rows: [] })
  const elsewhere = await aCorporation()
  expect(statusOf(await open(deskPage, supervisor, `?corporation=${elsewhere.id}`))).toBe(404)
  expect(statusOf(await send(operator, words(linde.id)))).toBe(403)
  expect(statusOf(await send(administrator, words(linde.id)))).toBe(403)
  expect(statusOf(await send(supervisor, words(elsewhere.id)))).toBe(404)
})

test('the file has the figures per kind and per rule, and stands in the log', async () => {
  await twenty()
  const text = async (answer: unknown) => (answer as Response).text()
  const file = await text(await open(deskFile, supervisor))
  expect(file).toContain('Lekkage;3;')
  expect(file.split('\r\n')[1]).toMatch(/^Alles;;;;20;20;/)
  expect(await text(await open(memberFile, coordinator, '?days=90'))).toContain('De Linde;;;;20;20;')
  const logged = await asSuperuser<{ action: string }>(
    `SELECT action FROM audit_event WHERE corporation_id = $1 AND action = 'protocol-figures:exported'`,
    [linde.id],
  )
  expect(logged).toHaveLength(1)
})

test('what a supervisor would change is kept once, without a citizen service number, and read by the corporation', async () => {
  expect(await send(supervisor, { ...words(linde.id), words: 'Bel 111222333 terug' })).toMatchObject({
    init: { status: 400 },
    data: { errors: { words: 'bsn' }, typed: { words: 'Bel 111222333 terug' } },
  })
  expect(await send(supervisor, { ...words(linde.id), words: ' ' })).toMatchObject({
    data: { errors: { words: 'required' } },
  })
  expect(statusOf(await send(supervisor, words(linde.id)))).toBe(302)
  expect(statusOf(await send(supervisor, words(linde.id)))).toBe(302)
  const read = async () => ((await open(memberPage, coordinator)) as Awaited<ReturnType<typeof memberPage>>).suggestions
  expect(await read()).toMatchObject([
    {
      words: words(1).words,
      desk: supervisor.deskName,
      signal: 'raised',
      isDone: null,
      about: expect.stringContaining(' '),
    },
  ])
  expect(JSON.stringify(await read())).not.toContain('Petra')
  expect(((await open(deskPage, supervisor)) as Shown).suggestions).toHaveLength(1)
  expect(((await open(deskPage, otherDesk)) as Shown).suggestions).toEqual([])
  expect(((await open(deskPage, supervisor, '?kind=fire')) as Shown).suggestions).toEqual([])
})

test('the corporation says what it did with it, and can take that back; nobody else can', async () => {
  await send(supervisor, words(linde.id))
  const read = async () =>
    ((await open(memberPage, coordinator)) as Awaited<ReturnType<typeof memberPage>>).suggestions[0]
  const id = (await read())?.id ?? ''
  const contactPerson = await anActor(linde, { role: 'contact-person' })
  expect(statusOf(await step(contactPerson, id, { done: 'yes' }))).toBe(403)
  expect(statusOf(await step(supervisor, id, { done: 'yes' }))).toBe(403)
  expect(statusOf(await step(await anActor(await aCorporation()), id, { done: 'yes' }))).toBe(404)
  expect(statusOf(await step(coordinator, id, {}))).toBe(400)
  const back = '/protocols/quality?kind=water-leak'
  const asked = (await step(coordinator, id, { done: 'no', answer: ' ', back })) as Response
  expect(asked.headers.get('Location')).toBe(`${back}&why=${id}`)
  expect(await read()).toMatchObject({ isDone: null, answer: null })
  const answer = 'Dat weet 111222333 niet.'
  const done = (await step(coordinator, id, { done: 'no', answer, back })) as Response
  expect(done.headers.get('Location')).toBe(back)
  expect(await read()).toMatchObject({ isDone: false, settler: coordinator.name, answer: 'Dat weet ••••••••• niet.' })
  const away = (await step(coordinator, id, { to: 'reversal', back: 'https://elsewhere.example' })) as Response
  expect(away.headers.get('Location')).toBe('/protocols/water-leak')
  expect(await read()).toMatchObject({ isDone: null, settler: null, settledAt: null, answer: null })
  await step(coordinator, id, { done: 'yes' })
  await step(coordinator, id, { done: 'yes' })
  const logged = await asSuperuser<{ action: string }>(
    `SELECT action FROM audit_event WHERE corporation_id = $1 AND action LIKE 'protocol-suggestion:%' ORDER BY id`,
    [linde.id],
  )
  expect(logged.map(({ action }) => action.split(':')[1])).toEqual(['made', 'settled', 'reopened', 'settled'])
})

test('who went back to the form and mended it has suggested that too', async () => {
  for (const said of ['Vraag naar de kraan.', 'Vraag naar de hoofdkraan.', 'Vraag naar de hoofdkraan.'])
    await send(supervisor, { ...words(linde.id), words: said })
  const { suggestions } = (await open(memberPage, coordinator)) as Awaited<ReturnType<typeof memberPage>>
  expect(suggestions.map((one) => one.words).sort()).toEqual(['Vraag naar de hoofdkraan.', 'Vraag naar de kraan.'])
})

test('a supervisor follows a suggestion to its end: where it lies, in the draft, in which version, or why not', async () => {
  await send(supervisor, words(linde.id))
  const seen = async () => ((await open(deskPage, supervisor)) as Shown).suggestions[0]
  const id = (await seen())?.id ?? ''
  expect(await seen()).toMatchObject({
    corporationId: linde.id,
    corporation: 'De Linde',
    isDone: null,
    inVersion: null,
  })
  const kind = 'water-leak'
  await inScope(coordinator, (tx) => draftToChange(tx, coordinator, kind))
  await step(coordinator, id, { done: 'yes' })
  expect(await seen()).toMatchObject({ isDone: true, inVersion: null })
  await inScope(coordinator, (tx) => publishSuggestions(tx, coordinator, { kind, number: 4 }))
  expect(await seen()).toMatchObject({ isDone: true, inVersion: 4 })
  await inScope(coordinator, (tx) => publishSuggestions(tx, coordinator, { kind, number: 5 }))
  expect(await seen()).toMatchObject({ inVersion: 4 })
  await step(coordinator, id, { to: 'reversal' })
  await step(coordinator, id, { done: 'no', answer: 'Dat vragen wij al.' })
  expect(await seen()).toMatchObject({ isDone: false, inVersion: null, answer: 'Dat vragen wij al.' })
  expect(JSON.stringify((await open(deskPage, supervisor)) as Shown)).toContain('Dat vragen wij al.')
})
