import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { changeDraft, draftToChange } from '#app/protocols/change-draft.server.ts'
import { checkProtocol } from '#app/protocols/check-protocol.ts'
import { findDraft } from '#app/protocols/draft.server.ts'
import type { FindingKind } from '#app/protocols/findings.ts'
import { standingAt } from '#app/protocols/place-change.ts'
import { proposeDraft, publishDraft, restoreVersion } from '#app/protocols/publish-draft.server.ts'
import { baseProposals, settleBase } from '#app/protocols/settle-base.server.ts'
import { valueKeys } from '#app/reference-values/value-keys.ts'
import { baseOf } from '#app/triage/base-protocols.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import { keepBaseProtocols } from '#app/triage/keep-base.server.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { End, Protocol } from '#app/triage/protocol.ts'
import { protocolInForce } from '#app/triage/protocol-in-force.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { anyProtocol } from '#tests/triage/random-protocols.ts'
import { end } from '#tests/triage/small-protocol.ts'
import { seeders } from './seeders.ts'
import { textRules } from './text-rules.ts'

const kind: TriageKind = 'water-leak'
const now = new Date('2026-11-27T12:00:00Z')
let proposer: Actor
let publisher: Actor

beforeAll(async () => {
  await useDatabase()
})

beforeEach(async () => {
  const corporation = await aCorporation()
  proposer = await anActor(corporation)
  publisher = await anActor(corporation, { role: 'contact-person', name: 'Piet de Boer' })
  // Every number and amount a text may hold.
  await asSuperuser(
    `INSERT INTO reference_value (corporation_id, key, from_on, value, set_by)
       SELECT $1, key, '2026-01-01', '0201234567', $2 FROM unnest($3::text[]) AS key WHERE key <> 'emergency'`,
    [corporation.id, proposer.accountId, valueKeys],
  )
})

const openDraft = (who: Actor, of: TriageKind) => inScope(who, (tx) => draftToChange(tx, who, of))
const draft = async () => inScope(proposer, (tx) => findDraft(tx, proposer, kind))
const revision = async () => (await draft())?.revision ?? 0
const held = () => inScope(proposer, (tx) => protocolInForce(tx, proposer, kind))
const put = (body: Protocol, baseHash = baseOf(kind).baseHash) =>
  asSuperuser('UPDATE protocol_draft SET body = $2, base_hash = $3 WHERE corporation_id = $1', [
    proposer.corporationId,
    body,
    baseHash,
  ])

async function changeHours(hours: number) {
  const { body } = await openDraft(proposer, kind)
  const place = 'ends.held'
  const after = { ...(body.ends.held as End), hours }
  const answer = await changeDraft(proposer, kind, [{ place, after, seen: hashOf(standingAt(body, place)) }])
  if (!answer.ok) throw new Error(answer.reason)
}

async function published(hours: number) {
  await changeHours(hours)
  expect(await proposeDraft(proposer, kind, { revision: await revision(), now })).toEqual({ ok: true })
  return publishDraft(publisher, kind, { revision: await revision(), reason: 'Sneller.', now })
}

test('somebody proposes, somebody else publishes, and it holds from then on, for ever as it is', async () => {
  await changeHours(12)
  const seen = await revision()
  expect(await publishDraft(publisher, kind, { revision: seen, reason: 'Sneller.', now })).toMatchObject({
    reason: 'not-proposed',
  })
  expect(await proposeDraft(proposer, kind, { revision: seen - 1, now })).toMatchObject({ reason: 'changed-meanwhile' })
  await proposeDraft(proposer, kind, { revision: seen, now })
  expect(await publishDraft(proposer, kind, { revision: seen, reason: 'Sneller.', now })).toMatchObject({
    reason: 'same-person',
  })
  const answer = await publishDraft(publisher, kind, { revision: seen, reason: 'Sneller.', now })
  expect(answer).toEqual({ ok: true, number: 1 })
  expect(await held()).toMatchObject({ number: 1, body: { ends: { held: { hours: 12 } } } })
  expect(await draft()).toBeNull()
  const change = asSuperuser(`UPDATE protocol_version SET body = '{}'`)
  await expect(change).rejects.toThrow('never changes')
})

test('two who publish at once make one version', async () => {
  await changeHours(12)
  const third = await anActor({ id: proposer.corporationId } as never, { name: 'Els Mulder' })
  const seen = await revision()
  await proposeDraft(proposer, kind, { revision: seen, now })
  const answers = await Promise.all(
    [publisher, third, publisher, third].map((who) =>
      publishDraft(who, kind, { revision: seen, reason: 'Sneller.', now }),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, number: 1 }])
  expect(answers.filter(({ ok }) => !ok).every((answer) => !answer.ok && answer.reason === 'no-draft')).toBe(true)
})

test('a change after the proposal takes it away, and what was seen is not what would be published', async () => {
  await changeHours(12)
  const seen = await revision()
  await proposeDraft(proposer, kind, { revision: seen, now })
  await changeHours(10)
  expect(await publishDraft(publisher, kind, { revision: seen, reason: 'Sneller.', now })).toMatchObject({
    reason: 'changed-meanwhile',
  })
  expect(await publishDraft(publisher, kind, { revision: await revision(), reason: 'x', now })).toMatchObject({
    reason: 'not-proposed',
  })
})

const [publishable] = fc.sample(
  anyProtocol.filter(
    ({ protocol }) => Object.keys(protocol.questions).length > 2 && checkProtocol(protocol, textRules).length === 0,
  ),
  { numRuns: 1, seed: 7 },
)

test.each(Object.keys(seeders) as FindingKind[])('is not proposed nor published with: %s', async (what) => {
  if (!publishable) throw new Error('None drawn.')
  await openDraft(proposer, kind)
  const seeded = Array.from({ length: 50 }, () => seeders[what](publishable.protocol, publishable.draw)).find(Boolean)
  if (!seeded) throw new Error(`No room for ${what}.`)
  await put({ ...seeded.protocol, kind })
  await asSuperuser('UPDATE protocol_draft SET proposed_by = $2, proposed_at = now() WHERE corporation_id = $1', [
    proposer.corporationId,
    proposer.accountId,
  ])
  // Which of the two it is, hangs on their order, which the database does not keep.
  const where = what === 'same-rule' ? {} : { place: seeded.place, ...seeded.details }
  const expected = expect.objectContaining({ what, ...where })
  for (const answer of [
    await proposeDraft(proposer, kind, { revision: 1, now }),
    await publishDraft(publisher, kind, { revision: 1, reason: 'Sneller.', now }),
  ]) {
    expect(answer).toMatchObject({ ok: false, reason: 'findings', findings: expect.arrayContaining([expected]) })
    if (answer.ok || answer.reason !== 'findings') throw new Error('Not refused.')
    for (const finding of answer.findings)
      if (finding.what === 'less-urgent')
        expect(finding.counterexample.worse.end).not.toBe(finding.counterexample.safer.end)
  }
  expect(await held()).toMatchObject({ number: null })
})

test('a number that the corporation has not filled in keeps it from being published', async () => {
  await changeHours(12)
  await asSuperuser(`DELETE FROM reference_value WHERE key = 'first-call' AND corporation_id = $1`, [
    proposer.corporationId,
  ])
  expect(await proposeDraft(proposer, kind, { revision: await revision(), now })).toMatchObject({
    findings: expect.arrayContaining([
      { place: { in: 'end', id: 'down-the-drain' }, what: 'unknown-value', key: 'first-call' },
    ]),
  })
})

test('what held before is published again under a number of its own', async () => {
  expect(await published(12)).toEqual({ ok: true, number: 1 })
  expect(await published(8)).toEqual({ ok: true, number: 2 })
  expect(await restoreVersion(proposer, kind, 9)).toEqual({ ok: false, reason: 'not-found' })
  expect(await restoreVersion(proposer, kind, 1)).toEqual({ ok: true })
  expect(await restoreVersion(proposer, kind, 1)).toEqual({ ok: false, reason: 'draft-open' })
  await proposeDraft(proposer, kind, { revision: 1, now })
  expect(await publishDraft(publisher, kind, { revision: 1, reason: 'Toch beter.', now })).toEqual({
    ok: true,
    number: 3,
  })
  const restored = await asSuperuser(
    'SELECT number, restored_from AS "from" FROM protocol_version WHERE corporation_id = $1 ORDER BY number',
    [proposer.corporationId],
  )
  expect(restored).toEqual([
    { number: 1, from: null },
    { number: 2, from: null },
    { number: 3, from: 1 },
  ])
})

test('what is word for word what holds is not published again', async () => {
  await published(12)
  await openDraft(proposer, kind)
  expect(await proposeDraft(proposer, kind, { revision: 1, now })).toMatchObject({ reason: 'nothing-changed' })
})

test('where there is no newer base nothing is settled: no draft is begun, and what was proposed stays so', async () => {
  expect(await settleBase(proposer, kind, { revision: 0, taken: ['words'], left: [] })).toEqual({ ok: true })
  expect(await draft()).toBeNull()
  await changeHours(12)
  await proposeDraft(proposer, kind, { revision: await revision(), now })
  expect(await settleBase(proposer, kind, { revision: await revision(), taken: [], left: [] })).toEqual({ ok: true })
  expect(await draft()).toMatchObject({ revision: 2, proposedBy: proposer.accountId })
})

test('a newer base that is not settled yet begins no draft', async () => {
  const older: Protocol = { ...baseOf(kind).body, words: ['lek'] }
  await inScope(proposer, (tx) => keepBaseProtocols(tx, [older]))
  await changeHours(12)
  await put({ ...((await draft())?.body as Protocol), words: ['lek'] }, hashOf(older))
  await proposeDraft(proposer, kind, { revision: await revision(), now })
  await publishDraft(publisher, kind, { revision: await revision(), reason: 'Sneller.', now })
  expect(await settleBase(proposer, kind, { revision: 0, taken: [], left: [] })).toEqual({
    ok: false,
    reason: 'undecided',
  })
  expect(await draft()).toBeNull()
  expect(await settleBase(proposer, kind, { revision: 0, taken: ['words'], left: [] })).toEqual({ ok: true })
  expect((await draft())?.body.words).toEqual(baseOf(kind).body.words)
})

test('a newer base is a proposal for each place, taken over or left by hand, and never by itself', async () => {
  const newest = baseOf(kind).body
  const older: Protocol = {
    ...newest,
    words: ['lek'],
    ends: { ...newest.ends, 'runs-on': { ...(newest.ends['runs-on'] as End), say: 'Zo was het.' } },
  }
  await inScope(proposer, (tx) => keepBaseProtocols(tx, [older]))
  await openDraft(proposer, kind)
  const ours = {
    ...older,
    ends: { ...older.ends, 'runs-on': end({ rule: 3, class: 'urgent', hours: 1, say: 'Van ons.' }) },
  }
  await put(ours, hashOf(older))
  const proposals = await inScope(proposer, (tx) => baseProposals(tx, kind, { body: ours, baseHash: hashOf(older) }))
  expect(proposals).toMatchObject([
    { place: 'words', isOwn: false, theirs: newest.words, ours: ['lek'], before: ['lek'] },
    { place: 'ends.runs-on', isOwn: true, ours: { say: 'Van ons.' }, before: { say: 'Zo was het.' } },
  ])
  expect((await draft())?.body).toEqual(ours)
  const undecided = await settleBase(proposer, kind, { revision: 1, taken: ['words'], left: [] })
  expect(undecided).toEqual({ ok: false, reason: 'undecided' })
  expect(await settleBase(proposer, kind, { revision: 1, taken: ['words'], left: ['ends.runs-on'] })).toEqual({
    ok: true,
  })
  expect(await draft()).toMatchObject({ baseHash: baseOf(kind).baseHash, body: { ...ours, words: newest.words } })
})
