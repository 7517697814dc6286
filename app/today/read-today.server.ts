import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { listDrafts } from '#app/calls/drafts.server.ts'
import { readOwnList } from '#app/calls/own-list.server.ts'
import { listCampaigns } from '#app/campaigns/campaigns.server.ts'
import { findProgress } from '#app/campaigns/progress.server.ts'
import { listUrgent } from '#app/conversations/urgent.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { countDue, countLate } from '#app/follow-ups/follow-ups.server.ts'
import { countGestures } from '#app/gestures/gestures.server.ts'
import { countReferralsDue } from '#app/referrals/referrals.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { administrationToday } from './administration.server.ts'

/** What this person has to do now, by what they may do. What a role may not see is not read. */
export async function readToday(actor: Actor, now: Date) {
  const today = dateIn(actor.timeZone, now)
  const rows = await inScope(actor, async (tx) => ({
    hasTenants: await hasTenants(tx, actor),
    calling: can(actor, 'call:make') ? await readCalling(tx, actor, now) : null,
    promised: can(actor, 'follow-up:read') ? await readPromised(tx, actor, today) : null,
    urgent: can(actor, 'urgent:close') ? await readUrgent(tx, actor) : null,
    steering: can(actor, 'gesture:decide') ? await readSteering(tx, actor, today) : null,
    rounds: can(actor, 'campaign:read') ? await listRounds(tx, actor, now) : null,
  }))
  const administration = can(actor, 'account:manage') ? await administrationToday(actor, now) : null
  return { ...rows, administration, today, now: now.toISOString() }
}

export type Today = Awaited<ReturnType<typeof readToday>>

async function hasTenants(tx: Tx, { corporationId }: Actor) {
  return (await tx.tenant.findFirst({ where: { corporationId }, select: { id: true } })) !== null
}

async function readCalling(tx: Tx, actor: Actor, now: Date) {
  return { ...(await readOwnList(tx, actor, now)), drafts: await listDrafts(tx, actor) }
}

async function readPromised(tx: Tx, actor: Actor, today: string) {
  const due = await countDue(tx, actor, actor.accountId, today)
  const referrals = await countReferralsDue(tx, actor, actor.accountId, today)
  return { ...due, ...referrals }
}

async function readUrgent(tx: Tx, actor: Actor) {
  const urgent = await listUrgent(tx, actor, await sealerFor(tx, actor.corporationId))
  return urgent.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

async function readSteering(tx: Tx, actor: Actor, today: string) {
  return { late: await countLate(tx, actor, today), ...(await countGestures(tx, actor)) }
}

/** Rounds that run or are paused, with how far they are and what stands still. No names of anybody. */
async function listRounds(tx: Tx, actor: Actor, now: Date) {
  const live = (await listCampaigns(tx, actor)).filter(({ state }) => state === 'running' || state === 'paused')
  const rounds = []
  for (const { id, name, state } of live) {
    const progress = await findProgress(tx, actor, id, now)
    if (progress) rounds.push({ id, name, state, ...shownOf(progress) })
  }
  return rounds
}

function shownOf({ total, states, toDo, blocked, plan }: NonNullable<Awaited<ReturnType<typeof findProgress>>>) {
  return {
    total: total - states.withdrawn,
    reached: states.reached,
    toDo,
    blocked: blocked.map(({ reason, homes }) => ({ reason, homes })),
    finishOn: plan.finishOn,
    hoursShort: Math.round(plan.hoursShort),
  }
}
