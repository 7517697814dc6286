import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { changeDraft, draftToChange } from '#app/protocols/change-draft.server.ts'
import { loader as publication } from '#app/protocols/pages/protocol-publication.tsx'
import { baseOf } from '#app/triage/base-protocols.ts'
import { verdictOf } from '#app/triage/engine.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import type { Answers, End } from '#app/triage/protocol.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { signedIn } from '#tests/support/signed-in.ts'

const kind = 'water-leak'
const { body, baseHash } = baseOf(kind)
let actor: Actor
let contact: string

type Caller = { answers: Answers; daysAgo?: number; of?: string }

/** Callers who were judged on the national protocol. */
async function callers(callersOf: Actor, all: Caller[]) {
  const corporation = { id: callersOf.corporationId } as never
  const operator = await aDeskActor(await aDesk([corporation]), { corporations: [corporation] })
  const lineId = await aLine(callersOf.corporationId)
  const ids: string[] = []
  for (const { answers, daysAgo = 1, of = kind } of all) {
    const id = await aContact(operator, { corporationId: callersOf.corporationId, lineId })
    ids.push(id)
    const verdict = verdictOf(body, { answers, circumstances: [] })
    await asSuperuser(
      `INSERT INTO triage_run (corporation_id, contact_id, desk_id, kind, base_hash, started_by, started_at, answers, verdict, judged_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() - make_interval(days => $7), $8, $9, now())`,
      [callersOf.corporationId, id, operator.deskId, of, baseHash, operator.accountId, daysAgo, answers, verdict],
    )
  }
  return ids
}

const exampleAnswers = (id: string) => body.examples[id]?.answers as Answers

beforeAll(async () => {
  await useDatabase()
  actor = await anActor(await aCorporation())
  await inScope(actor, (tx) => draftToChange(tx, actor, kind))
  const shut = exampleAnswers('tap-shut')
  const ids = await callers(actor, [
    { answers: shut },
    { answers: exampleAnswers('burst-pipe') },
    { answers: shut, daysAgo: 91 },
  ])
  contact = ids[0] ?? ''
  await callers(await anActor(await aCorporation()), [{ answers: shut }])
  const held = body.ends.held as End
  await changeDraft(actor, kind, [{ place: 'ends.held', after: { ...held, hours: 12 }, seen: hashOf(held) }])
})

const opened = async (who = actor) => {
  const request = await signedIn(who, '/protocols/water-leak/publication')
  return publication({ request, params: { kind }, context: {} as never })
}

test('before it is published the callers of the last 90 days are judged anew, and each difference opens its call', async () => {
  const { draft } = await opened()
  expect(draft?.replay.counts).toMatchObject({ same: 1, 'more-urgent': 1, 'less-urgent': 0 })
  expect(draft?.replay.shown).toMatchObject([
    { contactId: contact, what: 'more-urgent', was: { hours: 24 }, now: { hours: 12 } },
  ])
  expect(draft?.replay.shown[0]?.answers[0]).toEqual({ ask: body.questions['near-power']?.ask, answer: 'no' })
  expect(draft?.maySeeCalls).toBe(true)
})

test('who may not see the calls of the night has the answers, and no way to the call', async () => {
  const administrator = await anActor({ id: actor.corporationId } as never, { role: 'administrator' })
  expect((await opened(administrator)).draft).toMatchObject({
    maySeeCalls: false,
    replay: { shown: [{ what: 'more-urgent' }] },
  })
})

test('what a caller was not asked then is told apart from a difference', async () => {
  const { body: now } = await inScope(actor, (tx) => draftToChange(tx, actor, kind))
  const first = { ask: 'Is het nieuw?', why: 'Dat telt.', dangerous: 'yes', yes: now.start, no: now.start }
  await changeDraft(actor, kind, [
    { place: 'questions.q-new', after: first, seen: hashOf(null) },
    { place: 'start', after: 'q-new', seen: hashOf(now.start) },
  ])
  const { draft } = await opened()
  expect(draft?.replay.counts).toMatchObject({ same: 0, 'not-asked-then': 2 })
  expect(draft?.replay.shown.map(({ question }) => question)).toEqual(['Is het nieuw?', 'Is het nieuw?'])
})
