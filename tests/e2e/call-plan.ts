import type { Actor } from '#app/accounts/authorize.server.ts'
import { claimNext } from '#app/calls/claim-next.server.ts'
import { recordOutcome } from '#app/calls/record-outcome.server.ts'
import { outcomeSchema } from '#app/calls/schema.ts'
import type { Outcome } from '#app/conversations/outcomes.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { addDays } from '#app/time/clock.ts'
import { today } from './tenant-list.ts'

/** One call as it is going to be: what comes of it, and what is promised. */
export type PlannedCall = {
  outcome: Outcome
  wellbeing?: 'good' | 'watch' | 'worry'
  promises?: 'none' | 'follow-up' | 'referral' | 'card' | 'follow-up and card'
}

/** What the calls of one caller come to, again and again in this order. */
export const plannedCalls: PlannedCall[] = [
  { outcome: 'spoken', wellbeing: 'good', promises: 'card' },
  { outcome: 'no-answer' },
  { outcome: 'spoken', wellbeing: 'worry', promises: 'referral' },
  { outcome: 'voicemail' },
  { outcome: 'spoken', wellbeing: 'watch', promises: 'follow-up' },
  { outcome: 'call-back-later' },
  { outcome: 'spoken', wellbeing: 'good' },
  { outcome: 'busy' },
  { outcome: 'spoken', wellbeing: 'good', promises: 'follow-up and card' },
  { outcome: 'declined' },
  { outcome: 'spoken', wellbeing: 'watch' },
  { outcome: 'moved' },
]

/** What has been done, kept beside the product to compare it with. */
export type Done = {
  attempts: Record<string, number>
  wellbeing: Record<string, number>
  followUps: number
  referrals: number
  cards: number
  targets: Set<string>
}
export const nothingDone = (): Done => ({
  attempts: {},
  wellbeing: {},
  followUps: 0,
  referrals: 0,
  cards: 0,
  targets: new Set(),
})

export function note(done: Done, targetId: string, { outcome, wellbeing, promises = 'none' }: PlannedCall) {
  done.attempts[outcome] = (done.attempts[outcome] ?? 0) + 1
  done.targets.add(targetId)
  if (wellbeing) done.wellbeing[wellbeing] = (done.wellbeing[wellbeing] ?? 0) + 1
  if (promises.includes('follow-up')) done.followUps++
  if (promises.includes('referral')) done.referrals++
  if (promises.includes('card')) done.cards++
}

/** Claims the next home and records how it went, by the same operations as the screens. */
export async function makeCall(caller: Actor, call: PlannedCall, agencyId: string, done: Done) {
  const now = new Date()
  const claim = await claimNext(caller, now)
  if (!claim.ok) throw new Error(`${caller.name} has nobody to call: ${claim.reason}`)
  if (done.targets.has(claim.targetId)) throw new Error('One home was given out twice.')
  const input = outcomeSchema.parse({
    key: uuidV7(),
    fence: claim.fence,
    startedAt: now,
    outcome: call.outcome,
    ...(call.outcome === 'call-back-later' ? { againOn: addDays(today, 1), againAt: '10:30' } : {}),
    ...(call.outcome === 'spoken' ? { wellbeing: call.wellbeing, notes: 'Even gepraat.', topics: ['chat'] } : {}),
    ...promisesOf(caller, call, agencyId),
  })
  const answer = await recordOutcome(caller, claim.targetId, { input, draftFields: {}, now })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  note(done, claim.targetId, call)
}

function promisesOf({ accountId: ownerId }: Actor, { promises = 'none' }: PlannedCall, agencyId: string) {
  const followUp = { kind: 'call-back', promise: 'Nog eens bellen', ownerId, dueOn: addDays(today, 2), dueTime: null }
  return {
    followUps: promises.includes('follow-up') ? [followUp] : [],
    referrals: promises === 'referral' ? [{ agencyId, question: 'Wie gaat er mee?', consent: true, ownerId }] : [],
    gestures: promises.includes('card') ? [{ kind: 'card', text: 'Fijn dat we u spraken.' }] : [],
  }
}
