import type { LoaderFunctionArgs } from '@remix-run/node'
import { extractText } from 'unpdf'
import { beforeEach, expect, test } from 'vitest'
import type { Actor, DeskActor } from '#app/accounts/authorize.server.ts'
import { systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { endContract } from '#app/desks/desks.server.ts'
import { addHours } from '#app/lines/lines.server.ts'
import { makePaper } from '#app/papers/make-paper.server.ts'
import { loader as deskPaper } from '#app/papers/pages/desk-paper.tsx'
import { loader as ownPaper } from '#app/papers/pages/own-paper.tsx'
import { loader as papersList } from '#app/papers/pages/papers-list.tsx'
import { setValue } from '#app/reference-values/set-value.server.ts'
import { baseProtocolOf } from '#app/triage/base-protocols.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import { triageKinds } from '#app/triage/kinds.ts'
import { triageWords } from '#app/triage/triage-words.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, signedIn } from '#tests/support/signed-in.ts'

const now = new Date('2026-11-27T20:00:00Z')
let linde: Corporation
let other: Corporation
let cora: Actor
let operator: DeskActor

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  other = await aCorporation()
  cora = await anActor(linde)
  operator = await aDeskActor(await aDesk([linde]), { corporations: [linde] })
})

const call = (handler: unknown, request: Request, params = {}) =>
  answerOf(() => (handler as (args: LoaderFunctionArgs) => Promise<unknown>)({ request, params, context: {} as never }))
const listed = async (actor: DeskActor) => {
  const answer = (await call(papersList, await signedIn(actor, '/papers/list'))) as Response
  return answer.status === 200 ? ((await answer.json()) as { corporationId: number; hash: string }[]) : answer.status
}
const opened = async (actor: DeskActor, id: number) =>
  (await call(deskPaper, await signedIn(actor, `/papers/${id}`), { corporationId: String(id) })) as Response
/** All words of a PDF, with one space between them, without the foot of each page. */
const textOf = async (answer: Response) => {
  const { text } = await extractText(new Uint8Array(await answer.arrayBuffer()), { mergePages: true })
  return oneSpace(text).replace(/ Protocollen van [^,]+, gemaakt op \d\d-\d\d-\d{4} \d\d:\d\d \d+ van \d+/g, '')
}
const oneSpace = (text: string) => text.replace(/\s+/g, ' ')

test('the paper read back has every question, every end and what to say of all protocols', async () => {
  await makePaper(systemScope(linde.id), now)
  const text = await textOf(await opened(operator, linde.id))
  expect(text).toContain(`Protocollen van ${linde.name}`)
  for (const kind of triageKinds) {
    const { questions, ends, words } = baseProtocolOf(kind)
    expect(text).toContain(triageWords.nl.kinds[kind])
    expect(text).toContain(words[0])
    for (const { ask, why } of Object.values(questions)) {
      expect(text).toContain(firstSentence(ask))
      expect(text).toContain(firstSentence(why))
    }
    for (const { because, say, safety } of Object.values(ends))
      for (const said of [because, say, ...safety]) expect(text).toContain(firstSentence(said))
  }
})

/** Up to the first number or amount that is filled in, which stands there by its value. */
const firstSentence = (text: string) => oneSpace(text.split('{')[0] ?? '').trim()

test('numbers, amounts and hours stand on it as they hold today', async () => {
  const lineId = await aLine(linde.id)
  await addHours(systemScope(linde.id), lineId, {
    days: ['1', '2'],
    opens: '17:00',
    closes: '08:00',
    deskId: operator.deskId,
  })
  await setValue(cora, { key: 'duty-officer', value: '+31612345678', fromOn: '2026-11-27' }, '2026-11-27')
  await makePaper(systemScope(linde.id), now)
  const text = await textOf(await opened(operator, linde.id))
  expect(text).toContain('0800 9009')
  expect(text).toMatch(/06[ -]?12 ?34 ?56 ?78/)
  expect(text).toContain('17:00–08:00')
  expect(text).not.toMatch(/\{[a-z-]+\}/)
})

test('it is printed anew when something on it is otherwise, and else not', async () => {
  const scope = systemScope(linde.id)
  expect(await makePaper(scope, now)).toBe(true)
  expect(await makePaper(scope, new Date(now.getTime() + 60_000))).toBe(false)
  await publishBase(linde.id, cora, 'water-leak')
  expect(await makePaper(scope, now)).toBe(true)
  const text = await textOf(await opened(operator, linde.id))
  expect(text).toContain('versie 1')
  expect(await makePaper(scope, now)).toBe(false)
})

test('a number that holds from tomorrow is on the paper of tomorrow', async () => {
  const scope = systemScope(linde.id)
  await setValue(cora, { key: 'duty-officer', value: '+31612345678', fromOn: '2026-11-28' }, '2026-11-27')
  await makePaper(scope, now)
  expect(await textOf(await opened(operator, linde.id))).not.toMatch(/06[ -]?12 ?34 ?56 ?78/)
  expect(await makePaper(scope, new Date('2026-11-28T01:00:00Z'))).toBe(true)
  expect(await textOf(await opened(operator, linde.id))).toMatch(/06[ -]?12 ?34 ?56 ?78/)
})

test('a desk has the papers of whom it answers for, and of nobody else', async () => {
  await makePaper(systemScope(linde.id), now)
  await makePaper(systemScope(other.id), now)
  expect(await listed(operator)).toMatchObject([{ corporationId: linde.id }])
  expect((await opened(operator, other.id)).status).toBe(404)
  await endContract(systemScope(linde.id), operator.deskId)
  expect(await listed(operator)).toEqual([])
  expect((await opened(operator, linde.id)).status).toBe(404)
})

test('a colleague who may see protocols has their own paper; a caller and a reader have none', async () => {
  const of = async (actor: Actor) => (await call(ownPaper, await signedIn(actor, '/protocols/paper'))) as Response
  expect(await textOf(await of(cora))).toContain(linde.name)
  for (const role of ['caller', 'reader'] as const) expect((await of(await anActor(linde, { role }))).status).toBe(403)
})

async function publishBase(corporationId: number, proposer: Actor, kind: 'water-leak') {
  const publisher = await anActor(linde)
  const body = baseProtocolOf(kind)
  await keepBaseForTest(body)
  await asSuperuser(
    `INSERT INTO protocol_version (corporation_id, kind, number, body, hash, base_hash, reason, proposed_by, published_by)
     VALUES ($1, $2, 1, $3, $4, $4, 'Eerste versie.', $5, $6)`,
    [corporationId, kind, JSON.stringify(body), hashOf(body), proposer.accountId, publisher.accountId],
  )
}

const keepBaseForTest = (body: ReturnType<typeof baseProtocolOf>) =>
  asSuperuser('INSERT INTO base_protocol (hash, kind, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    hashOf(body),
    body.kind,
    JSON.stringify(body),
  ])
