import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { approveTexts, textHashes, withdrawApproval } from '#app/protocols/approve-texts.server.ts'
import { changeDraft, draftToChange, type SeenChange } from '#app/protocols/change-draft.server.ts'
import { findDraft } from '#app/protocols/draft.server.ts'
import type { PartPlace } from '#app/protocols/patch.ts'
import { standingAt } from '#app/protocols/place-change.ts'
import { listSteps } from '#app/protocols/protocol-changes.server.ts'
import { discardDraft, takeBack } from '#app/protocols/take-back.server.ts'
import { baseOf } from '#app/triage/base-protocols.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { End, Protocol } from '#app/triage/protocol.ts'
import { approvalsOf } from '#app/triage/text-approvals.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

const kind: TriageKind = 'water-leak'
let actor: Actor
let colleague: Actor

beforeAll(async () => {
  await useDatabase()
})

beforeEach(async () => {
  const corporation = await aCorporation()
  actor = await anActor(corporation)
  colleague = await anActor(corporation, { name: 'Piet de Boer' })
})

const openDraft = (who: Actor, of: TriageKind) => inScope(who, (tx) => draftToChange(tx, who, of))
const draftOf = async (who = actor) => (await inScope(who, (tx) => findDraft(tx, who, kind)))?.body as Protocol
const steps = () => inScope(actor, (tx) => listSteps(tx, actor, { kind }))
const change = (body: Protocol, place: PartPlace, after: unknown): SeenChange => ({
  place,
  after,
  seen: hashOf(standingAt(body, place)),
})
const withHours = (body: Protocol, id: string, hours: number) =>
  change(body, `ends.${id}`, { ...(body.ends[id] as End), hours })

test('a draft is opened once, of what holds, by however many at once', async () => {
  const opened = await Promise.all([actor, colleague, actor, colleague].map((who) => openDraft(who, kind)))
  expect(new Set(opened.map(({ revision }) => revision))).toEqual(new Set([1]))
  expect(await draftOf()).toEqual(baseOf(kind).body)
  expect(await steps()).toMatchObject([{ changes: [{ place: 'draft', before: null }] }])
})

test('a change is written with what stood there, takes a proposal away, and sent twice is done once', async () => {
  const { body } = await openDraft(actor, kind)
  await asSuperuser('UPDATE protocol_draft SET proposed_by = $1, proposed_at = now() WHERE corporation_id = $2', [
    colleague.accountId,
    actor.corporationId,
  ])
  const wanted = withHours(body, 'held', 12)
  expect(await changeDraft(actor, kind, [wanted])).toEqual({ ok: true, revision: 2 })
  expect(await changeDraft(actor, kind, [wanted])).toEqual({ ok: true, revision: 2 })
  expect(await inScope(actor, (tx) => findDraft(tx, actor, kind))).toMatchObject({ proposedBy: null, proposedAt: null })
  const [last, ...before] = await steps()
  expect(last).toMatchObject({ by: actor.accountId, changes: [{ before: { hours: 24 }, after: { hours: 12 } }] })
  expect(before).toHaveLength(1)
})

test('what somebody changed meanwhile is not written over: it is shown, and the editor chooses', async () => {
  const { body } = await openDraft(actor, kind)
  await changeDraft(actor, kind, [withHours(body, 'held', 12)])
  const answer = await changeDraft(colleague, kind, [withHours(body, 'held', 48), change(body, 'words', ['plas'])])
  expect(answer).toMatchObject({
    reason: 'changed-meanwhile',
    by: actor.accountId,
    overtaken: [{ place: 'ends.held', now: { hours: 12 } }],
  })
  expect((await draftOf()).words).not.toEqual(['plas'])
  if (answer.ok || answer.reason !== 'changed-meanwhile') throw new Error('Written over.')
  const seen = answer.overtaken[0]?.seen as string
  expect(await changeDraft(colleague, kind, [{ ...withHours(body, 'held', 48), seen }])).toMatchObject({ ok: true })
  expect((await draftOf()).ends.held?.hours).toBe(48)
})

test.each(Array.from({ length: 10 }, (_, turn) => turn))('two editors at once lose nothing (%i)', async (turn) => {
  const { body } = await openDraft(actor, kind)
  const ids = Object.keys(body.ends)
  const says = (id: string, say: string) => change(body, `ends.${id}`, { ...(body.ends[id] as End), say })
  const mine = ids.filter((_, index) => index % 2 === 0).map((id) => says(id, `Van mij, ${turn}.`))
  const theirs = ids.map((id) => says(id, `Van haar, ${turn}.`))
  const one = mine.map((wanted) => () => changeDraft(actor, kind, [wanted]))
  const other = theirs.map((wanted) => () => changeDraft(colleague, kind, [wanted]))
  const mixed = [...one, ...other].sort((_, next) => (next.length + turn) % 2)
  const all = [...mixed.slice(turn), ...mixed.slice(0, turn)]
  const answers = await Promise.all(all.map((run) => run()))
  const written = (await steps()).flatMap(({ changes }) => changes).filter(({ place }) => place !== 'draft')
  const draft = await draftOf()
  // Each that was told to be written is there or in the book; each that was not, was told what stands there.
  expect(written).toHaveLength(answers.filter(({ ok }) => ok).length)
  for (const id of ids) {
    const last = written.find(({ place }) => place === `ends.${id}`)
    expect(draft.ends[id]).toEqual(last?.after)
    expect(last?.before).toEqual(body.ends[id])
  }
})

test('what is no protocol any more is refused, and nothing of it is written', async () => {
  const { body } = await openDraft(actor, kind)
  const broken = change(body, 'ends.held', { rule: 'six' })
  expect(await changeDraft(actor, kind, [broken])).toEqual({ ok: false, reason: 'unreadable' })
  expect(await draftOf()).toEqual(body)
  expect(await steps()).toHaveLength(1)
})

test('a step is taken back by a change back, unless its place was changed since', async () => {
  const { body } = await openDraft(actor, kind)
  await changeDraft(actor, kind, [withHours(body, 'held', 12), change(body, 'words', ['plas'])])
  const [step] = await steps()
  expect(await takeBack(colleague, kind, step?.id ?? '')).toEqual({ ok: true })
  expect(await draftOf()).toEqual(body)
  expect(await steps()).toHaveLength(3)
  await changeDraft(actor, kind, [withHours(body, 'held', 6)])
  const [second] = await steps()
  await changeDraft(actor, kind, [withHours(await draftOf(), 'held', 7)])
  expect(await takeBack(actor, kind, second?.id ?? '')).toEqual({ ok: false, reason: 'changed-since' })
  expect((await draftOf()).ends.held?.hours).toBe(7)
})

test('a draft that was put away comes back whole, unless another was opened', async () => {
  const { body } = await openDraft(actor, kind)
  await changeDraft(actor, kind, [withHours(body, 'held', 12)])
  expect(await discardDraft(actor, kind)).toBe(true)
  expect(await discardDraft(actor, kind)).toBe(false)
  const [step] = await steps()
  expect(await takeBack(actor, kind, step?.id ?? '')).toEqual({ ok: true })
  expect((await draftOf()).ends.held?.hours).toBe(12)
  await discardDraft(actor, kind)
  const [again] = await steps()
  await openDraft(colleague, kind)
  expect(await takeBack(actor, kind, again?.id ?? '')).toEqual({ ok: false, reason: 'draft-open' })
})

test('a text is approved by its hash; another wording is a concept again, and another hash is nobody’s', async () => {
  const { body } = await openDraft(actor, kind)
  const hashes = textHashes(body)
  expect(await approveTexts(actor, kind, [...hashes, 'x'])).toBe(hashes.length)
  await approveTexts(colleague, kind, hashes)
  const approvals = await inScope(actor, (tx) => approvalsOf(tx, actor, kind))
  expect(hashes.map((hash) => approvals.get(hash)?.by)).toEqual(hashes.map(() => actor.accountId))
  const held = { ...(body.ends.held as End), say: 'Iets anders.' }
  await changeDraft(actor, kind, [change(body, 'ends.held', held)])
  expect(textHashes(await draftOf()).filter((hash) => !approvals.has(hash))).toHaveLength(1)
  // Where it leads, and how soon, is no part of the text.
  await changeDraft(actor, kind, [withHours(await draftOf(), 'runs-on', 3)])
  expect(textHashes(await draftOf()).filter((hash) => !approvals.has(hash))).toHaveLength(1)
  expect(await withdrawApproval(colleague, kind, hashes[0] ?? '')).toBe(true)
  expect(await withdrawApproval(colleague, kind, hashes[0] ?? '')).toBe(false)
})
