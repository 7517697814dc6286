import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { claimHome } from '#app/calls/claim-home.server.ts'
import { correctCall } from '#app/calls/correct-call.server.ts'
import { correctionSchema } from '#app/calls/correction-schema.ts'
import { listLastCalls } from '#app/calls/own-conversations.server.ts'
import { findSavedCall } from '#app/calls/saved-call.server.ts'
import { stepCampaign } from '#app/campaigns/step-campaign.server.ts'
import { type Outcome, outcomeCodes } from '#app/conversations/outcomes.ts'
import { inScope, inScopeSql } from '#app/core/scope.server.ts'
import { countOf, targetRow } from '../campaigns/rows.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { aCampaign, anOutcome, claimed, due, finish, tomorrow } from './a-campaign.ts'

beforeAll(useDatabase)

/** Each outcome, and that of a tenant who never wants to be called again. */
const said = [...outcomeCodes.map((outcome) => ({ outcome, objects: '' })), { outcome: 'declined', objects: 'on' }] as {
  outcome: Outcome
  objects: string
}[]
const fieldsOf = ({ outcome, objects }: (typeof said)[number]) => ({
  objects,
  ...(outcome === 'call-back-later' && { againOn: tomorrow(), againAt: '10:30' }),
  ...(outcome === 'skipped' && { skipReason: 'no-time' }),
  ...(outcome === 'spoken' && { wellbeing: 'good' }),
  numberUsed: '+31612345678',
})
const nameOf = ({ outcome, objects }: (typeof said)[number]) => `${outcome}${objects}`

const homesOf = (campaignId: string) =>
  asSuperuser<{ id: string; fence: number; tenantId: string }>(
    'SELECT id, fence, tenant_id AS "tenantId" FROM target WHERE campaign_id = $1 ORDER BY position, id',
    [campaignId],
  )

async function call(caller: Actor, targetId: string, one: (typeof said)[number], now: Date) {
  expect(await claimHome(caller, targetId)).toEqual({ ok: true })
  const { fence } = (await targetRow(targetId)) as unknown as { fence: number }
  const claim = { ok: true, targetId, fence } as Parameters<typeof finish>[1]
  expect(await finish(caller, claim, one.outcome, fieldsOf(one), now)).toMatchObject({ ok: true })
  const [attempt] = await asSuperuser<{ id: string }>(
    'SELECT id FROM attempt WHERE target_id = $1 ORDER BY at DESC, id DESC',
    [targetId],
  )
  return attempt!.id
}

/** All that a call leaves behind about a home and its tenant, but for the names of rows and what was written down. */
async function leftBehind(targetId: string) {
  const [row] = await asSuperuser(
    `SELECT g.state, g.attempt_count, g.next_at, g.assigned_to, g.appointment_with, g.finished_at, g.withdrawn_reason, g.withdrawn_from,
       g.last_outcome, g.last_attempt_at, g.last_caller_id, g.claimed_by,
       t.last_outcome AS tenant_outcome, t.last_attempt_at AS tenant_attempt_at, t.last_spoken_at, t.objected_at, t.reported_moved_at,
       t.reported_deceased_at, t.wants_calls,
       ARRAY(SELECT s.number || s.reason FROM number_strike s WHERE s.tenant_id = t.id) AS strikes,
       ARRAY(SELECT r.kind FROM tenant_report r WHERE r.tenant_id = t.id AND r.undone_at IS NULL) AS reports,
       ARRAY(SELECT p.outcome || coalesce(p.number_used, '') || coalesce(p.skip_reason, '') FROM attempt p WHERE p.target_id = g.id) AS attempts
     FROM target g JOIN tenant t ON t.id = g.tenant_id WHERE g.id = $1`,
    [targetId],
  )
  return row
}

const correct = (actor: Actor, attemptId: string, fields: object) =>
  correctCall(actor, { attemptId }, { correction: correctionSchema.parse(fields), now: new Date() })

describe('a call that is corrected', () => {
  test('leaves behind what it would have left at once, for every pair of outcomes', async () => {
    const { callers, campaignId } = await aCampaign({ homes: said.length * (said.length + 1) })
    const [caller] = callers as [Actor]
    await asSuperuser(
      'UPDATE tenant SET wants_calls = true WHERE id IN (SELECT tenant_id FROM target WHERE campaign_id = $1)',
      [campaignId],
    )
    const homes = await homesOf(campaignId)
    const now = new Date()
    const atOnce = new Map<string, unknown>()
    for (const one of said) {
      const home = homes.pop()!
      await call(caller, home.id, one, now)
      atOnce.set(nameOf(one), await leftBehind(home.id))
    }
    for (const from of said) {
      for (const to of said) {
        const home = homes.pop()!
        const attemptId = await call(caller, home.id, from, now)
        const answer = await correct(caller, attemptId, { outcome: to.outcome, was: from.outcome, ...fieldsOf(to) })
        expect(answer).toMatchObject({ ok: true, tenantId: home.tenantId })
        expect({ from: nameOf(from), to: nameOf(to), left: await leftBehind(home.id) }).toEqual({
          from: nameOf(from),
          to: nameOf(to),
          left: atOnce.get(nameOf(to)),
        })
      }
    }
  }, 300_000)
})

async function aSavedCall(outcome: Outcome, options: Parameters<typeof aCampaign>[0] = {}) {
  const campaign = await aCampaign({ callers: 2, ...options })
  const caller = campaign.callers[0]!
  const claim = await claimed(caller)
  await finish(caller, claim, outcome)
  const [last] = await inScope(caller, (tx) => listLastCalls(tx, caller))
  return { ...campaign, caller, claim, attemptId: last!.id }
}

const stays = async (actor: Actor, attemptId: string) =>
  (await inScopeSql(actor, (tx) => findSavedCall(tx, actor, { attemptId })))?.homeStays

describe('another outcome', () => {
  test('is written in the log with the former one, and with the words of the former one kept', async () => {
    const { caller, attemptId, claim } = await aSavedCall('spoken')
    await correct(caller, attemptId, { outcome: 'no-answer', was: 'spoken', notes: 'Klein praatje.' })
    expect(
      await countOf(
        'audit_event',
        `subject_id = '${claim.targetId}' AND action = 'attempt:corrected' AND details @> '{"from": "spoken", "to": "no-answer", "state": "retry"}'`,
      ),
    ).toBe(1)
    const kept = await asSuperuser(
      'SELECT v.outcome, v.wellbeing, k.wellbeing AS now FROM conversation k JOIN conversation_version v ON v.conversation_id = k.id WHERE k.attempt_id = $1',
      [attemptId],
    )
    expect(kept).toEqual([{ outcome: 'spoken', wellbeing: 'good', now: null }])
  })

  test('gives a call of which nothing was written down its words, as spoken by who rang', async () => {
    const { coordinator, caller, attemptId } = await aSavedCall('deceased')
    await correct(coordinator, attemptId, {
      outcome: 'spoken',
      was: 'deceased',
      wellbeing: 'good',
      notes: 'Zij leeft.',
    })
    const rows = await asSuperuser('SELECT account_id, wellbeing FROM conversation WHERE attempt_id = $1', [attemptId])
    expect(rows).toEqual([{ account_id: caller.accountId, wellbeing: 'good' }])
  })

  test('is refused when somebody corrected it meanwhile, and to a colleague', async () => {
    const { caller, callers, attemptId } = await aSavedCall('deceased')
    await correct(caller, attemptId, { outcome: 'no-answer', was: 'deceased' })
    expect(await correct(caller, attemptId, { outcome: 'moved', was: 'deceased' })).toEqual({
      ok: false,
      errors: { outcome: 'corrected-meanwhile' },
    })
    expect(await correct(callers[1]!, attemptId, { outcome: 'moved', was: 'no-answer' })).toBeNull()
  })

  test('asks what a call would have asked', () => {
    const asked = (fields: object) =>
      correctionSchema.safeParse(fields).error?.issues.map(({ path, message }) => [path[0], message])
    expect(asked({ outcome: 'call-back-later', was: 'deceased' })).toEqual([
      ['againOn', 'again-required'],
      ['againAt', 'again-required'],
    ])
    expect(asked({ outcome: 'spoken', was: 'deceased' })).toEqual([['wellbeing', 'wellbeing-required']])
    expect(asked({ outcome: 'call-back-later', was: 'call-back-later' })).toBeUndefined()
  })

  test('of two at once one is taken', async () => {
    const { caller, coordinator, attemptId } = await aSavedCall('deceased')
    const answers = await Promise.all([
      correct(caller, attemptId, { outcome: 'no-answer', was: 'deceased' }),
      correct(coordinator, attemptId, { outcome: 'moved', was: 'deceased' }),
    ])
    expect(answers.map((answer) => answer?.ok).sort()).toEqual([false, true])
  })

  test('of a closed round leaves the home there, and sets the tenant free', async () => {
    const { caller, coordinator, campaignId, attemptId, claim, tenantIds } = await aSavedCall('deceased')
    await stepCampaign(coordinator, campaignId, 'close')
    expect(await stays(caller, attemptId)).toBe('campaign-closed')
    await correct(caller, attemptId, { outcome: 'no-answer', was: 'deceased' })
    expect(await targetRow(claim.targetId)).toMatchObject({ state: 'withdrawn', withdrawn_reason: 'deceased' })
    expect(await countOf('tenant', `id = '${tenantIds[0]}' AND reported_deceased_at IS NULL`)).toBe(1)
  })

  test('of a home that was called again leaves it as it stands, and counts its tries anew', async () => {
    const { caller, claim, attemptId } = await aSavedCall('no-answer')
    await due(claim.targetId)
    const again = await claimed(caller)
    await finish(caller, again, 'spoken')
    expect(await targetRow(claim.targetId)).toMatchObject({ state: 'reached', attempt_count: 2 })
    expect(await stays(caller, attemptId)).toBe('called-again')
    await correct(caller, attemptId, { outcome: 'wrong-number', was: 'no-answer', numberUsed: '+31612345678' })
    expect(await targetRow(claim.targetId)).toMatchObject({
      state: 'reached',
      attempt_count: 1,
      last_outcome: 'spoken',
    })
  })

  test('of a home that somebody has on the screen leaves it there', async () => {
    const { caller, claim, attemptId } = await aSavedCall('no-answer')
    await due(claim.targetId)
    const again = await claimed(caller)
    expect(await stays(caller, attemptId)).toBe('in-hands')
    await correct(caller, attemptId, { outcome: 'spoken', was: 'no-answer', wellbeing: 'good' })
    expect(await finish(caller, again, 'spoken')).toMatchObject({ ok: true, state: 'reached' })
  })

  test('leaves what was promised', async () => {
    const { callers, tenantIds } = await aCampaign()
    const caller = callers[0]!
    const claim = await claimed(caller)
    const followUps = [{ kind: 'repair-report', promise: 'Kraan melden', ownerId: caller.accountId, dueOn: tomorrow() }]
    expect(anOutcome(claim, 'spoken', { followUps })).toMatchObject({ outcome: 'spoken' })
    await finish(caller, claim, 'spoken', { followUps })
    const [last] = await inScope(caller, (tx) => listLastCalls(tx, caller))
    await correct(caller, last!.id, { outcome: 'voicemail', was: 'spoken' })
    expect(await countOf('follow_up', `tenant_id = '${tenantIds[0]}' AND state = 'open'`)).toBe(1)
  })
})
