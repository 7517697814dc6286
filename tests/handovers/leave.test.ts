import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { currentPerson } from '#app/accounts/authorize.server.ts'
import { findCallDetails } from '#app/calls/find-call-details.server.ts'
import { listDrafts } from '#app/calls/list-drafts.server.ts'
import { addCaller, removeCaller } from '#app/campaigns/change-team.server.ts'
import { saveDraft } from '#app/claims/drafts.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { readOwnPromises } from '#app/follow-ups/today-card.server.ts'
import { readHoldings } from '#app/handovers/holdings.server.ts'
import { type Departure, leave } from '#app/handovers/leave.server.ts'
import { passOnOrphans } from '#app/handovers/pass-on-orphans.server.ts'
import { readHandovers, seeHandover } from '#app/handovers/today-card.server.ts'
import { readOwnReferrals } from '#app/referrals/today-card.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aCampaign, type Campaign, claimed, finish, targetClaim } from '#tests/calls/a-campaign.ts'
import { countOf, targetRow } from '#tests/campaigns/rows.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { signedIn } from '#tests/support/signed-in.ts'

beforeAll(useDatabase)

const now = () => new Date()
const noHands: Omit<Departure, 'accountId'> = { role: null, heir: null, taker: 'all' }

/** Bart, who holds something of everything in a round with Clara in it, and the administrator who ends his access. */
async function bartAndClara(homes = 8) {
  const round = await aCampaign({ homes, callers: 2 })
  const [bart, clara] = round.callers as [Actor, Actor]
  const administrator = await anActor(round.corporation, { role: 'administrator' })
  return { ...round, bart, clara, administrator }
}
type Round = Awaited<ReturnType<typeof bartAndClara>>

async function promised({ bart, tenantIds, campaignId }: Round, dueOn = '2030-01-07') {
  await asSuperuser(
    `INSERT INTO follow_up (corporation_id, tenant_id, campaign_id, kind, owner_id, promised_by, due_on)
      VALUES ($1, $2, $3, 'visit', $4, $4, $5) RETURNING 1`,
    [bart.corporationId, tenantIds[0], campaignId, bart.accountId, dueOn],
  )
}

async function appointed({ bart, campaignId }: Round) {
  const [row] = await asSuperuser<{ id: string }>(
    `UPDATE target SET state = 'appointment', next_at = now() + interval '2 days', appointment_with = $1 WHERE id = (
      SELECT id FROM target WHERE assigned_to = $1 AND campaign_id = $2 AND state = 'open' AND claimed_by IS NULL LIMIT 1) RETURNING id`,
    [bart.accountId, campaignId],
  )
  return row?.id ?? ''
}

const end = ({ administrator, bart }: Round, how: Partial<Departure> = {}) =>
  leave(administrator, { accountId: bart.accountId, ...noHands, ...how }, now())
const held = ({ administrator, bart }: Round) =>
  inScope(administrator, (tx) => readHoldings(tx, administrator, bart.accountId))
const homesOf = ({ accountId }: Actor) => countOf('target', `assigned_to = '${accountId}' AND state <> 'reached'`)
const handoversOf = (actor: Actor) => inScope(actor, (tx) => readHandovers(tx, actor))
const draftsOf = (actor: Actor) => inScope(actor, (tx) => listDrafts(tx, actor, null))

/** Bart has a home in his hands and typed a note about it. */
async function typing({ bart }: Round, notes = 'Dochter belt woensdag') {
  const claim = await claimed(bart)
  expect(await saveDraft(bart, { ...targetClaim(claim), draftFields: { notes: [notes] } })).toMatchObject({ ok: true })
  return claim
}

test('what lies with somebody is counted by round before anybody ends their access, with the days and who is on the line', async () => {
  const round = await bartAndClara()
  await promised(round)
  await promised(round, '2030-01-09')
  await appointed(round)
  await typing(round)
  const holdings = await held(round)
  expect(holdings.rounds).toEqual([
    {
      campaignId: round.campaignId,
      name: 'Belactie 80+',
      homes: 3,
      appointments: 1,
      followUps: 2,
      referrals: 0,
      gestures: 0,
      drafts: 1,
    },
  ])
  expect(holdings.due).toEqual([
    { on: '2030-01-07', count: 1 },
    { on: '2030-01-09', count: 1 },
  ])
  expect([holdings.onTheLine, holdings.withoutOthers]).toEqual([['Belactie 80+'], []])
})

test('one colleague takes over homes, appointments, promises and texts, and reads so on their home page', async () => {
  const round = await bartAndClara()
  const { bart, clara } = round
  await promised(round)
  const appointment = await appointed(round)
  const claim = await typing(round)
  const request = await signedIn(bart, '/')
  expect(await end(round, { heir: clara.accountId, taker: 'colleague' })).toEqual({ ok: true })
  expect(await currentPerson(request)).toBeNull()
  expect([await homesOf(bart), await homesOf(clara)]).toEqual([0, 8])
  expect(await targetRow(appointment)).toMatchObject({ state: 'appointment', appointment_with: clara.accountId })
  expect(await handoversOf(clara)).toMatchObject([
    { from: 'Beller 1', homes: 3, appointments: 1, followUps: 1, referrals: 0, drafts: 1 },
  ])
  expect(await draftsOf(clara)).toMatchObject([{ targetId: claim.targetId, writtenBy: 'Beller 1' }])
  const found = await findCallDetails(clara, claim.targetId, now())
  expect(found.draft?.draftFields).toEqual({ notes: ['Dochter belt woensdag'] })
  expect(found.writtenBy).toBe('Beller 1')
  expect(await inScope(clara, (tx) => readOwnPromises(tx, clara, '2030-01-07'))).toEqual({ late: 0, today: 1 })
  const written = await asSuperuser<{ action: string }>(
    `SELECT DISTINCT action FROM audit_event WHERE corporation_id = $1 AND account_id = $2 ORDER BY action`,
    [bart.corporationId, round.administrator.accountId],
  )
  expect(written.map(({ action }) => action)).toEqual([
    'account:ended',
    'campaign:caller-removed',
    'draft:handed-over',
    'follow-up:handed-over',
    'handover:made',
    'target:handed-over',
    'target:released',
  ])
})

test('what was taken over is on the home page until it was seen, and nobody sees that of another', async () => {
  const round = await bartAndClara(2)
  await promised(round)
  await end(round, { heir: round.clara.accountId })
  const [handover] = await handoversOf(round.clara)
  await seeHandover(round.coordinator, handover?.id ?? '')
  expect(await handoversOf(round.clara)).toHaveLength(1)
  await seeHandover(round.clara, handover?.id ?? '')
  expect(await handoversOf(round.clara)).toEqual([])
})

test('homes are spread over the callers of the round, and an appointment is kept by whoever calls next', async () => {
  const round = await bartAndClara()
  const appointment = await appointed(round)
  expect(await end(round, { taker: 'spread' })).toEqual({ ok: true })
  expect([await homesOf(round.bart), await homesOf(round.clara)]).toEqual([0, 7])
  expect(await targetRow(appointment)).toMatchObject({
    state: 'appointment',
    assigned_to: null,
    appointment_with: null,
  })
})

test('homes go back into the list of everybody', async () => {
  const round = await bartAndClara()
  expect(await end(round)).toEqual({ ok: true })
  expect([await homesOf(round.bart), await homesOf(round.clara)]).toEqual([0, 4])
  expect(await countOf('target', `campaign_id = '${round.campaignId}' AND assigned_to IS NULL`)).toBe(4)
})

test('who was not in the team joins it with the hours of the one who left', async () => {
  const round = await bartAndClara()
  const { coordinator, campaignId } = round
  expect(await end(round, { heir: coordinator.accountId, taker: 'colleague' })).toEqual({ ok: true })
  const team = await asSuperuser(
    'SELECT account_id, hours FROM campaign_caller WHERE campaign_id = $1 AND left_at IS NULL ORDER BY account_id',
    [campaignId],
  )
  expect(team).toEqual(
    [round.clara, coordinator].map(({ accountId }) => ({ account_id: accountId, hours: 15 })).sort(byId),
  )
  expect(await homesOf(coordinator)).toBe(4)
})
const byId = (a: { account_id: string }, b: { account_id: string }) => (a.account_id < b.account_id ? -1 : 1)

test('nobody takes over their own home or a neighbour: that goes to whoever is free', async () => {
  const round = await bartAndClara()
  const [home] = await asSuperuser<{ number: string }>(
    `SELECT h.number FROM home h JOIN target g ON g.home_id = h.id WHERE g.assigned_to = $1 LIMIT 1`,
    [round.bart.accountId],
  )
  await asSuperuser(
    `UPDATE home SET complex = CASE WHEN number = $1 THEN 'C009' ELSE complex END WHERE corporation_id = $2 RETURNING 1`,
    [home?.number, round.corporation.id],
  )
  await asSuperuser('UPDATE membership SET own_home_number = $1 WHERE account_id = $2 RETURNING 1', [
    home?.number,
    round.clara.accountId,
  ])
  await end(round, { heir: round.clara.accountId, taker: 'colleague' })
  expect(await homesOf(round.clara)).toBe(7)
  expect(await countOf('target', `campaign_id = '${round.campaignId}' AND assigned_to IS NULL`)).toBe(1)
})

test('promises need somebody: one who may keep them, here, and still here', async () => {
  const round = await bartAndClara(2)
  await promised(round)
  const elsewhere = await anActor(await aCorporation({ name: 'De Eik' }))
  const reader = await anActor(round.corporation, { role: 'reader' })
  const gone = await anActor(round.corporation, { role: 'caller' })
  await leave(round.administrator, { accountId: gone.accountId, ...noHands }, now())
  expect(await end(round)).toEqual({ ok: false, reason: 'no-heir' })
  for (const { accountId } of [elsewhere, reader, gone, round.bart, round.administrator])
    expect(await end(round, { heir: accountId })).toEqual({ ok: false, reason: 'no-such-colleague' })
  expect(await held(round)).toMatchObject({ total: { followUps: 1, homes: 1 } })
  expect(await countOf('membership', `account_id = '${round.bart.accountId}' AND ended_at IS NULL`)).toBe(1)
})

test('whoever gets a role that calls nobody hands over as well, and stays', async () => {
  const round = await bartAndClara()
  await promised(round)
  expect(await end(round, { role: 'reader', heir: round.clara.accountId, taker: 'spread' })).toEqual({ ok: true })
  expect(
    await asSuperuser('SELECT role, ended_at FROM membership WHERE account_id = $1', [round.bart.accountId]),
  ).toEqual([{ role: 'reader', ended_at: null }])
  expect(await homesOf(round.clara)).toBe(8)
  expect(await held(round)).toMatchObject({ rounds: [] })
})

test('leaving while they save: the save is whole or stays as a text, and nothing lies with nobody', async () => {
  for (let turn = 0; turn < 6; turn++) {
    const round = await bartAndClara(4)
    const { bart, clara } = round
    const claim = await claimed(bart)
    const fields = { notes: 'Het gaat goed', followUps: [] }
    const [saved, ended] = await Promise.all([
      finish(bart, claim, 'spoken', fields),
      new Promise((resolve) => setTimeout(resolve, turn * 4)).then(() =>
        end(round, { heir: clara.accountId, taker: 'colleague' }),
      ),
    ])
    expect(ended).toEqual({ ok: true })
    await passOnOrphans(bart)
    expect(await countOf('call_draft', `account_id = '${bart.accountId}'`)).toBe(0)
    if (saved.ok) expect(await targetRow(claim.targetId)).toMatchObject({ state: 'reached' })
    else {
      expect(await targetRow(claim.targetId)).toMatchObject({ assigned_to: clara.accountId })
      expect(await draftsOf(clara)).toMatchObject([{ targetId: claim.targetId, writtenBy: 'Beller 1' }])
    }
    expect(await countOf('target', `'${bart.accountId}' IN (claimed_by, holder)`)).toBe(0)
  }
})

test('a text saved after the end goes to whoever took over; one of their own waits for theirs', async () => {
  const round = await bartAndClara(4)
  const { bart, clara } = round
  const claim = await claimed(bart)
  await end(round, { heir: clara.accountId, taker: 'colleague' })
  await saveDraft(bart, { ...targetClaim(claim), draftFields: { notes: ['nog net getypt'] } })
  expect(await passOnOrphans(bart)).toBe(1)
  expect(await passOnOrphans(bart)).toBe(0)
  expect(await draftsOf(clara)).toMatchObject([{ targetId: claim.targetId }])
  await saveDraft(bart, { ...targetClaim(claim), draftFields: { notes: ['en dit nog'] } })
  await passOnOrphans(bart)
  expect((await findCallDetails(clara, claim.targetId, now())).draft?.draftFields).toEqual({
    notes: ['nog net getypt'],
  })
  expect(await countOf('call_draft', `account_id = '${bart.accountId}'`)).toBe(1)
})

test('what people who left long ago still hold goes to a coordinator', async () => {
  const round = await bartAndClara(2)
  await promised(round)
  await asSuperuser('UPDATE membership SET ended_at = now() WHERE account_id = $1 RETURNING 1', [round.bart.accountId])
  expect(await passOnOrphans(round.bart)).toBe(1)
  expect(await handoversOf(round.coordinator)).toMatchObject([{ from: 'Beller 1', followUps: 1 }])
})

test('two administrators at once: one ends it, the other hears that it was done', async () => {
  const round = await bartAndClara()
  await promised(round)
  const other = await anActor(round.corporation, { role: 'administrator' })
  const { bart, clara, coordinator, administrator } = round
  const answers = await Promise.all([
    leave(administrator, { accountId: bart.accountId, role: null, heir: clara.accountId, taker: 'colleague' }, now()),
    leave(other, { accountId: bart.accountId, role: null, heir: coordinator.accountId, taker: 'colleague' }, now()),
  ])
  expect(answers).toContainEqual({ ok: true })
  expect(answers).toContainEqual({ ok: false, reason: 'not-found' })
  expect(await countOf('handover', `from_id = '${bart.accountId}'`)).toBe(1)
})

test('of two who are handed to each other at once one stays', async () => {
  const round = await bartAndClara()
  const { bart, clara, administrator } = round
  const other = await anActor(round.corporation, { role: 'administrator' })
  const answers = await Promise.all([
    leave(administrator, { accountId: bart.accountId, role: null, heir: clara.accountId, taker: 'colleague' }, now()),
    leave(other, { accountId: clara.accountId, role: null, heir: bart.accountId, taker: 'colleague' }, now()),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(((await homesOf(bart)) ?? 0) + ((await homesOf(clara)) ?? 0)).toBe(8)
})

test('a tenant who was promised to hear is told by who keeps the referral, once the one who promised has left', async () => {
  const round = await bartAndClara(2)
  const { bart, clara, coordinator, tenantIds } = round
  const [agency] = await asSuperuser<{ id: string }>(
    `INSERT INTO agency (corporation_id, name) VALUES ($1, 'Wijkteam') RETURNING id`,
    [bart.corporationId],
  )
  for (const owner of [bart, coordinator])
    await asSuperuser(
      `INSERT INTO referral (corporation_id, tenant_id, agency_id, state, consented_at, promised_by, owner_id, remind_on, accepted_at)
        VALUES ($1, $2, $3, 'accepted', now(), $4, $5, '2030-01-01', now()) RETURNING 1`,
      [bart.corporationId, tenantIds[0], agency?.id, bart.accountId, owner.accountId],
    )
  const toTell = async (actor: Actor) => (await inScope(actor, (tx) => readOwnReferrals(tx, actor, '2026-01-01'))).tell
  expect([await toTell(bart), await toTell(clara), await toTell(coordinator)]).toEqual([2, 0, 0])
  await end(round, { heir: clara.accountId })
  expect([await toTell(clara), await toTell(coordinator)]).toEqual([1, 1])
})

test('a caller who is taken off one round loses nothing that was typed, and its home is called by another', async () => {
  const round = await bartAndClara(2)
  const { bart, coordinator, campaignId } = round
  const claim = await typing(round)
  expect(await removeCaller(coordinator, campaignId, bart.accountId)).toMatchObject({ ok: true })
  expect(await draftsOf(bart)).toMatchObject([{ targetId: claim.targetId }])
  expect(await finish(bart, claim, 'spoken')).toMatchObject({ ok: true })
  expect(await addCaller(coordinator, campaignId, { accountId: bart.accountId, hours: 5 })).toMatchObject({ ok: true })
})

test('a round in which nobody calls without them is named', async () => {
  const round: Campaign = await aCampaign({ homes: 2, callers: 1 })
  const administrator = await anActor(round.corporation, { role: 'administrator' })
  const [only] = round.callers as [Actor]
  const holdings = await inScope(administrator, (tx) => readHoldings(tx, administrator, only.accountId))
  expect(holdings.withoutOthers).toEqual(['Belactie 80+'])
  const departure = { accountId: only.accountId, role: null, heir: null, taker: 'spread' as const }
  expect(await leave(administrator, departure, now())).toEqual({ ok: true })
  expect(await countOf('target', `campaign_id = '${round.campaignId}' AND assigned_to IS NULL`)).toBe(2)
})
