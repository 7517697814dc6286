import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { readCallingCard } from '#app/calls/today-card.server.ts'
import { readCampaignsCard } from '#app/campaigns/today-card.server.ts'
import { readUrgentCard } from '#app/conversations/today-card.server.ts'
import { readUrgentNumbers } from '#app/conversations/urgent-numbers.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { readLatePromises, readOwnPromises } from '#app/follow-ups/today-card.server.ts'
import { readGesturesToDo } from '#app/gestures/today-card.server.ts'
import { readHandovers } from '#app/handovers/today-card.server.ts'
import { readNightCard } from '#app/nights/today-card.server.ts'
import { readOwnReferrals } from '#app/referrals/today-card.server.ts'
import { listUnseenReports } from '#app/tenants/tenant-reports.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { administrationToday } from './administration.server.ts'

/** What this person has to do now, by what they may do: the cards of the modules. What a role may not see is not read. */
export async function readToday(actor: Actor, now: Date) {
  const today = dateIn(actor.timeZone, now)
  const rows = await inScope(actor, async (tx) => ({
    hasTenants: await hasTenants(tx, actor),
    calling: can(actor, 'call:make') ? await readCallingCard(tx, actor, now) : null,
    handovers: can(actor, 'follow-up:read') ? await readHandovers(tx, actor) : [],
    promised: can(actor, 'follow-up:read') ? await readPromised(tx, actor, today) : null,
    urgent: can(actor, 'urgent:close') ? await readUrgentCard(tx, actor) : null,
    urgentNumbers: seesUrgent(actor) ? await readUrgentNumbers(tx, actor) : null,
    reports: can(actor, 'tenant:report') ? await listUnseenReports(tx, actor) : null,
    night: can(actor, 'night:see') ? await readNightCard(tx, actor, now) : null,
    steering: can(actor, 'gesture:decide') ? await readSteering(tx, actor, today) : null,
    campaigns: can(actor, 'campaign:read') ? await readCampaignsCard(tx, actor, now) : null,
  }))
  const administration = can(actor, 'account:manage') ? await administrationToday(actor, now) : null
  return { ...rows, administration, today, now: now.toISOString() }
}

export type Today = Awaited<ReturnType<typeof readToday>>

const seesUrgent = (actor: Actor) => can(actor, 'urgent:close') || can(actor, 'corporation:manage')

async function hasTenants(tx: Tx, { corporationId }: Actor) {
  return (await tx.tenant.findFirst({ where: { corporationId }, select: { id: true } })) !== null
}

async function readPromised(tx: Tx, actor: Actor, today: string) {
  return { ...(await readOwnPromises(tx, actor, today)), ...(await readOwnReferrals(tx, actor, today)) }
}

async function readSteering(tx: Tx, actor: Actor, today: string) {
  return { ...(await readLatePromises(tx, actor, today)), ...(await readGesturesToDo(tx, actor)) }
}
