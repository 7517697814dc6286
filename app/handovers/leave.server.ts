import { changeMemberIn, lockMembers, type MemberChange } from '#app/accounts/accounts.server.ts'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { listColleagues } from '#app/accounts/colleagues.server.ts'
import type { Role } from '#app/accounts/roles.ts'
import { handOverHomes, lockHomesOf } from '#app/campaigns/hand-over-homes.server.ts'
import type { HomeTaker } from '#app/campaigns/home-takers.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { type Holdings, isAnybodyNeeded, readHoldings } from './holdings.server.ts'
import { keepsPromises, takeOver } from './take-over.server.ts'

/** `role`: what they become, or null when their access ends; `heir`: who takes over. */
export type Departure = { accountId: string; role: Role | null; heir: string | null; taker: HomeTaker }
export type Departed = MemberChange | { ok: false; reason: 'no-heir' | 'no-such-colleague' }

/**
 * Ends somebody's access, or gives them a role that calls nobody, and hands over all that lies with them, in one
 * transaction. What they are saving at this moment is saved first, or kept as a text that goes with the rest.
 */
export function leave(actor: Actor, { accountId, role, heir, taker }: Departure, now: Date): Promise<Departed> {
  return inScope(actor, async (tx) => {
    await lockHomesOf(tx, actor, accountId)
    await lockMembers(tx, actor, heir ? [accountId, heir] : [accountId])
    const refusal = await whyNot(tx, actor, { accountId, heir, taker })
    if (refusal) return { ok: false, reason: refusal }
    const changed = await changeMemberIn(tx, actor, { accountId, role, now })
    if (!changed.ok) return changed
    const homes = await handOverHomes(tx, actor, { from: accountId, taker, heir })
    if (heir) await takeOver(tx, actor, { from: accountId, to: heir, homes })
    return { ok: true }
  })
}

/** Who may take over from somebody, by name. */
export async function listHeirs(tx: Tx, actor: Actor, accountId: string) {
  const colleagues = await listColleagues(tx, actor)
  return colleagues.filter((one) => one.accountId !== accountId && keepsPromises(one.role))
}

async function whyNot(tx: Tx, actor: Actor, { accountId, heir, taker }: Omit<Departure, 'role'>) {
  if (heir) {
    const heirs = await listHeirs(tx, actor, accountId)
    return heirs.some((one) => one.accountId === heir) ? null : 'no-such-colleague'
  }
  const { total } = await readHoldings(tx, actor, accountId)
  return isAnybodyNeeded(total) || (taker === 'colleague' && hasHomes(total)) ? 'no-heir' : null
}

const hasHomes = ({ homes, appointments }: Holdings['total']) => homes + appointments > 0

/** Whether another role would leave somebody with work they cannot do in it. */
export function leavesWork(actor: Actor, accountId: string, role: Role): Promise<boolean> {
  return inScope(actor, async (tx) => {
    if (keepsPromises(role)) return false
    const { rounds, teams } = await readHoldings(tx, actor, accountId)
    return rounds.length + teams > 0
  })
}
