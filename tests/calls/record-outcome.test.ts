import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { claimNext } from '#app/calls/claim-next.server.ts'
import { findCallDetails } from '#app/calls/find-call-details.server.ts'
import { listDrafts } from '#app/calls/list-drafts.server.ts'
import { recordOutcome } from '#app/calls/record-outcome.server.ts'
import { targetClaims } from '#app/calls/target-claims.ts'
import { stepCampaign } from '#app/campaigns/step-campaign.server.ts'
import { findDraft, saveDraft } from '#app/claims/drafts.server.ts'
import { listConversations } from '#app/conversations/list-conversations.server.ts'
import { type Outcome, outcomeCodes } from '#app/conversations/outcomes.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { insertAgency } from '#app/referrals/agencies.server.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { countOf, targetRow } from '../campaigns/rows.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { aCampaign, anOutcome, claimed, finish, targetClaim, tomorrow } from './a-campaign.ts'

beforeAll(useDatabase)

const draftFields = { notes: ['wat ik typte'] }
const tenantOf = async (targetId: string) => {
  const [row] = await asSuperuser<Record<string, unknown> & { id: string }>(
    'SELECT t.* FROM tenant t JOIN target g ON g.tenant_id = t.id WHERE g.id = $1',
    [targetId],
  )
  return row as Record<string, unknown> & { id: string }
}
const draftOf = (actor: Actor, targetId: string) =>
  inScope(actor, (tx) => findDraft(tx, actor, { kind: targetClaims, id: targetId }))

describe('recording how a call went', () => {
  const states: Record<Outcome, string> = {
    spoken: 'reached',
    'no-answer': 'retry',
    voicemail: 'retry',
    'call-back-later': 'appointment',
    'wrong-number': 'retry',
    declined: 'declined',
    busy: 'retry',
    'spoke-to-other': 'retry',
    'out-of-service': 'retry',
    'language-barrier': 'retry',
    moved: 'withdrawn',
    deceased: 'withdrawn',
    skipped: 'retry',
  }

  it.each(outcomeCodes)('%s moves the home, ends the claim and leaves an attempt and an audit row', async (outcome) => {
    const { callers } = await aCampaign()
    const me = callers[0] as Actor
    const claim = await claimed(me)
    await saveDraft(me, { ...targetClaim(claim), draftFields })
    const answer = await finish(me, claim, outcome)
    expect(answer).toMatchObject({ ok: true, state: states[outcome] })
    expect(await targetRow(claim.targetId)).toMatchObject({
      state: states[outcome],
      last_outcome: outcome,
      claimed_by: null,
      lease_until: null,
    })
    expect(await countOf('attempt', `target_id = '${claim.targetId}' AND outcome = '${outcome}'`)).toBe(1)
    expect(await countOf('audit_event', `subject_id = '${claim.targetId}' AND action = 'attempt:recorded'`)).toBe(1)
    expect(await countOf('call_draft', `target_id = '${claim.targetId}'`)).toBe(0)
    expect(await countOf('conversation', `tenant_id = '${(await tenantOf(claim.targetId)).id}'`)).toBe(
      outcome === 'spoken' ? 1 : 0,
    )
  })

  it('writes all of a conversation at once, and seals every word of it', async () => {
    const { callers, coordinator } = await aCampaign()
    const me = callers[0] as Actor
    const claim = await claimed(me)
    const agency = await inScope(coordinator, (tx) =>
      insertAgency(tx, coordinator, {
        name: 'Surplus',
        helpsWith: 'maatjes',
        municipality: '',
        openingHours: '',
        phone: null,
        email: null,
      }),
    )
    if (!agency.ok) throw new Error(agency.reason)
    const answer = await finish(me, claim, 'spoken', {
      notes: 'Vertelde over de kleinkinderen.',
      wellbeing: 'urgent',
      urgentRang: 'Wijkteam, Karin gaat vanmiddag langs.',
      topics: ['loneliness', 'repair'],
      wantsCalls: 'on',
      newMobile: '06 - 87 65 43 21',
      newEmail: 'a.kuipers@EXAMPLE.nl',
      followUps: [{ kind: 'repair-report', promise: 'Kraan melden', ownerId: me.accountId, dueOn: tomorrow() }],
      referrals: [{ agencyId: agency.id, question: 'Zoekt gezelschap', consent: 'on' }],
      gestures: [{ kind: 'card', text: 'Fijn u te spreken' }],
    })
    expect(answer).toMatchObject({ ok: true, state: 'reached' })
    const tenant = await tenantOf(claim.targetId)
    expect(tenant).toMatchObject({
      mobile: '+31687654321',
      email: 'a.kuipers@example.nl',
      wants_calls: true,
      last_outcome: 'spoken',
    })
    expect(tenant.last_spoken_at).toBeInstanceOf(Date)
    for (const table of ['follow_up', 'referral', 'gesture', 'conversation'])
      expect(await countOf(table, `tenant_id = '${tenant.id}'`)).toBe(1)
    const corrections = await asSuperuser(
      'SELECT field, list_value, value FROM tenant_correction WHERE tenant_id = $1 ORDER BY field',
      [tenant.id],
    )
    expect(corrections).toEqual([
      { field: 'email', list_value: null, value: 'a.kuipers@example.nl' },
      { field: 'mobile', list_value: '+31612345678', value: '+31687654321' },
    ])
    const [sealed] = await asSuperuser<{ notes: string }>(
      "SELECT encode(notes_sealed, 'escape') || encode(urgent_sealed, 'escape') AS notes FROM conversation WHERE tenant_id = $1",
      [tenant.id],
    )
    expect(sealed?.notes).not.toContain('kleinkinderen')
    expect(sealed?.notes).not.toContain('Karin')
    const [past] = await inScope(coordinator, async (tx) =>
      listConversations(tx, coordinator, {
        sealer: await sealerFor(tx, coordinator.corporationId),
        tenantId: tenant.id,
      }),
    )
    expect(past).toMatchObject({
      notes: 'Vertelde over de kleinkinderen.',
      wellbeing: 'urgent',
      topics: ['loneliness', 'repair'],
    })
  })

  it.each([
    ['spoke-to-other', { spokeWith: 'haar dochter Anja' }],
    ['language-barrier', { language: 'Tigrinya' }],
    ['declined', {}],
    ['call-back-later', {}],
    ['moved', {}],
    ['deceased', {}],
  ] as const)('%s keeps what was said, sealed, and shows it before the next call', async (outcome, who) => {
    const { callers, coordinator } = await aCampaign()
    const me = callers[0] as Actor
    const claim = await claimed(me)
    await finish(me, claim, outcome, { ...who, notes: 'Belt liever na vieren.' })
    const tenant = await tenantOf(claim.targetId)
    const [row] = await asSuperuser<{ row: string }>(
      "SELECT encode(notes_sealed, 'escape') || coalesce(encode(spoke_with_sealed, 'escape'), '') || coalesce(encode(language_sealed, 'escape'), '') AS row FROM conversation WHERE tenant_id = $1",
      [tenant.id],
    )
    for (const word of ['vieren', 'Anja', 'Tigrinya']) expect(row?.row).not.toContain(word)
    const [past] = await inScope(coordinator, async (tx) =>
      listConversations(tx, coordinator, {
        sealer: await sealerFor(tx, coordinator.corporationId),
        tenantId: tenant.id,
      }),
    )
    expect(past).toMatchObject({
      spokeWith: '',
      language: '',
      wellbeing: null,
      notes: 'Belt liever na vieren.',
      ...who,
    })
  })

  it('gives the same answer to the same key, and writes once', async () => {
    const { callers } = await aCampaign()
    const me = callers[0] as Actor
    const claim = await claimed(me)
    const input = anOutcome(claim, 'spoken')
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => recordOutcome(me, claim.targetId, { input, draftFields, now: new Date() })),
    )
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await countOf('conversation', `tenant_id = '${(await tenantOf(claim.targetId)).id}'`)).toBe(1)
    expect(
      await recordOutcome(me, claim.targetId, { input: { ...input, key: uuidV7() }, draftFields, now: new Date() }),
    ).toMatchObject({
      ok: false,
      reason: 'already-finished',
    })
  })

  it('refuses a stale fence, says who has the home, and keeps what was typed', async () => {
    const { callers, campaignId } = await aCampaign({ callers: 2 })
    const [me, other] = callers as [Actor, Actor]
    await asSuperuser('UPDATE target SET assigned_to = NULL WHERE campaign_id = $1', [campaignId])
    const claim = await claimed(me)
    await asSuperuser("UPDATE target SET lease_until = now() - interval '1 second' WHERE id = $1", [claim.targetId])
    await claimed(other)
    expect(await finish(me, claim, 'spoken')).toEqual({ ok: false, reason: 'claimed-by-other', by: 'Beller 2' })
    expect(await draftOf(me, claim.targetId)).toMatchObject({ draftFields })
    expect(await countOf('attempt', `target_id = '${claim.targetId}'`)).toBe(0)
    expect(await saveDraft(me, { ...targetClaim(claim), draftFields: { notes: ['en nog iets'] } })).toEqual({
      ok: false,
      reason: 'claimed-by-other',
      by: 'Beller 2',
    })
    expect(await draftOf(me, claim.targetId)).toMatchObject({
      // Without what the form began with, it stands beside what was there.
      draftFields: { notes: [`en nog iets\n\n${draftFields.notes}`] },
    })
    expect(await inScope(me, (tx) => listDrafts(tx, me, null))).toMatchObject([
      { targetId: claim.targetId, lastName: 'Kuipers', isFinished: false },
    ])
  })

  it('takes what is saved late, when nobody took the home since', async () => {
    const { callers } = await aCampaign()
    const me = callers[0] as Actor
    const claim = await claimed(me)
    await asSuperuser('UPDATE target SET claimed_by = NULL, lease_until = NULL WHERE id = $1', [claim.targetId])
    expect(await finish(me, claim, 'spoken')).toMatchObject({ ok: true, state: 'reached' })
  })

  it('refuses a home that was never theirs, and keeps no text about it', async () => {
    const { callers, campaignId, corporation } = await aCampaign({ callers: 2 })
    const [me, other] = callers as [Actor, Actor]
    await asSuperuser('UPDATE target SET assigned_to = NULL WHERE campaign_id = $1', [campaignId])
    const claim = await claimed(me)
    expect(await finish(other, claim, 'spoken')).toMatchObject({ ok: false, reason: 'claimed-by-other' })
    expect(await saveDraft(other, { ...targetClaim(claim), draftFields })).toMatchObject({
      ok: false,
      reason: 'not-found',
    })
    const stranger = (await aCampaign()).callers[0] as Actor
    expect(await finish(stranger, claim, 'spoken')).toEqual({ ok: false, reason: 'not-found', by: null })
    expect(await countOf('call_draft', `account_id IN ('${other.accountId}', '${stranger.accountId}')`)).toBe(0)
    expect(corporation.id).toBe(me.corporationId)
  })

  it('strikes a wrong number, tries the next one at once, and gives up when none works', async () => {
    const { callers } = await aCampaign()
    const me = callers[0] as Actor
    const claim = await claimed(me)
    expect(await finish(me, claim, 'wrong-number', { numberUsed: '+31612345678' })).toMatchObject({
      ok: true,
      state: 'retry',
    })
    const again = await claimed(me)
    expect(again).toMatchObject({ targetId: claim.targetId, fence: 2 })
    const found = await findCallDetails(me, claim.targetId, new Date())
    expect(found.ok && found.callDetails.numbers.map(({ e164 }) => e164)).toEqual(['+31162412233'])
    expect(await finish(me, again, 'out-of-service', { numberUsed: '' })).toMatchObject({
      ok: true,
      state: 'unreachable',
    })
    expect(await targetRow(claim.targetId)).toMatchObject({ attempt_count: 0 })
    expect(await countOf('number_strike', `tenant_id = '${(await tenantOf(claim.targetId)).id}'`)).toBe(2)
  })

  it('offers no number of somebody who turns out to have died while they are in hand, nor names who left', async () => {
    const { callers } = await aCampaign()
    const me = callers[0] as Actor
    const claim = await claimed(me)
    const details = async () => {
      const found = await findCallDetails(me, claim.targetId, new Date())
      return found.ok ? found.callDetails : null
    }
    const { id, ...row } = await tenantOf(claim.targetId)
    const homeId = String(row.home_id)
    await aTenant(me, { homeId, lastName: 'Blijft' })
    await aTenant(me, { homeId, lastName: 'Vertrok', tenancyEndedOn: new Date('2020-01-01') })
    expect((await details())?.others).toEqual([expect.stringContaining('Blijft')])
    expect((await details())?.numbers).toHaveLength(2)
    await asSuperuser('UPDATE tenant SET is_estate = true WHERE id = $1', [id])
    expect((await details())?.numbers).toEqual([])
  })

  it('asks which of two numbers was wrong', async () => {
    const { callers } = await aCampaign()
    const me = callers[0] as Actor
    const claim = await claimed(me)
    expect(await finish(me, claim, 'wrong-number', { numberUsed: '' })).toEqual({
      ok: false,
      reason: 'invalid',
      errors: { numberUsed: 'number-required' },
    })
  })

  it('refuses a promise in the past or outside the calling hours', async () => {
    const { callers } = await aCampaign()
    const me = callers[0] as Actor
    const claim = await claimed(me)
    const past = { againOn: '2020-01-01', againAt: '10:00' }
    expect(await finish(me, claim, 'call-back-later', past)).toMatchObject({
      ok: false,
      errors: { againAt: 'again-past' },
    })
    const closed = { againOn: tomorrow(), againAt: '23:59' }
    expect(await finish(me, claim, 'call-back-later', closed)).toMatchObject({
      ok: false,
      errors: { againAt: 'again-outside-hours' },
    })
    const late = { followUps: [{ kind: 'other', promise: 'Iets', ownerId: me.accountId, dueOn: '2020-01-01' }] }
    expect(await finish(me, claim, 'spoken', late)).toMatchObject({
      ok: false,
      errors: { 'followUps.0.dueOn': 'date-past' },
    })
    expect(await targetRow(claim.targetId)).toMatchObject({ state: 'open', claimed_by: me.accountId })
  })

  it.each([
    ['moved', 'reported_moved_at', 'moved', {}],
    ['deceased', 'reported_deceased_at', 'deceased', {}],
    ['declined', 'objected_at', 'do-not-call', { objects: 'on' }],
  ] as const)('%s withdraws the tenant from every other round at once', async (outcome, column, reason, fields) => {
    const { callers, corporation, tenantIds } = await aCampaign()
    const me = callers[0] as Actor
    const claim = await claimed(me)
    const second = await aCampaign({ corporation })
    const [tenant] = await asSuperuser<{ home_id: string }>('SELECT home_id FROM tenant WHERE id = $1', [tenantIds[0]])
    await asSuperuser('INSERT INTO target (corporation_id, campaign_id, home_id, tenant_id) VALUES ($1, $2, $3, $4)', [
      corporation.id,
      second.campaignId,
      tenant?.home_id,
      tenantIds[0],
    ])
    expect(await finish(me, claim, outcome, fields)).toMatchObject({ ok: true })
    expect((await tenantOf(claim.targetId))[column]).toBeInstanceOf(Date)
    const others = await asSuperuser(
      'SELECT state, withdrawn_reason FROM target WHERE tenant_id = $1 AND campaign_id = $2',
      [tenantIds[0], second.campaignId],
    )
    expect(others).toEqual([{ state: 'withdrawn', withdrawn_reason: reason }])
  })

  it('keeps what was said when the round was closed during the call; the home stays withdrawn', async () => {
    const { callers, coordinator, campaignId } = await aCampaign()
    const me = callers[0] as Actor
    const claim = await claimed(me)
    await stepCampaign(coordinator, campaignId, 'close')
    expect(await finish(me, claim, 'spoken')).toMatchObject({ ok: true, state: 'withdrawn' })
    expect(await countOf('conversation', `tenant_id = '${(await tenantOf(claim.targetId)).id}'`)).toBe(1)
    expect(await finish(me, claim, 'spoken')).toMatchObject({ ok: false, reason: 'already-finished' })
  })
})

describe('the call details', () => {
  it('holds whom to ask for and why, never money or nuisance, and is written down as a view', async () => {
    const { callers } = await aCampaign()
    const me = callers[0] as Actor
    const claim = await claimed(me)
    const tenant = await tenantOf(claim.targetId)
    await asSuperuser(
      "INSERT INTO tenant_circumstance (corporation_id, tenant_id, arrears_cents, nuisance_caused_on) VALUES ($1, $2, 987654, '2026-03-03')",
      [me.corporationId, tenant.id],
    )
    await asSuperuser(
      "INSERT INTO tenant (corporation_id, number, home_id, sex, last_name) VALUES ($1, 'H-huisgenoot', $2, 'M', 'Kuipers')",
      [me.corporationId, tenant.home_id],
    )
    await saveDraft(me, { ...targetClaim(claim), draftFields })
    const answer = await findCallDetails(me, claim.targetId, new Date())
    expect(answer).toMatchObject({
      ok: true,
      callDetails: {
        fence: 1,
        campaign: { name: 'Belactie 80+', reason: 'U bent 80 of ouder.', toGo: 1 },
        tenant: { sex: 'V', infix: 'van der', lastName: 'Kuipers', livesHereSince: '1998-05-01' },
        address: ['Molenweg 12', '4901 AB Oosterhout'],
        others: ['Meneer Kuipers'],
        tryNumber: 1,
        maxTries: 3,
      },
      draft: { draftFields },
    })
    expect(JSON.stringify(answer)).not.toMatch(/987654|9\.?876|arrears|nuisance|2026-03-03/)
    expect(await countOf('audit_event', `subject_id = '${tenant.id}' AND action = 'tenant:viewed'`)).toBe(1)
  })

  it('is only for who holds the home', async () => {
    const { callers, campaignId } = await aCampaign({ callers: 2 })
    const [me, other] = callers as [Actor, Actor]
    await asSuperuser('UPDATE target SET assigned_to = NULL WHERE campaign_id = $1', [campaignId])
    const claim = await claimed(me)
    expect(await findCallDetails(other, claim.targetId, new Date())).toEqual({
      ok: false,
      reason: 'claimed-by-other',
      by: 'Beller 1',
      draft: null,
      writtenBy: null,
      isSaved: false,
    })
    await finish(me, claim, 'spoken')
    expect(await findCallDetails(me, claim.targetId, new Date())).toMatchObject({
      ok: false,
      reason: 'already-finished',
      isSaved: true,
    })
    expect(await claimNext(other, new Date())).toMatchObject({ ok: false, blocked: [{ reason: 'finished', count: 1 }] })
  })
})
