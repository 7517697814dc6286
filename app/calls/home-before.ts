import { type Outcome, outcomeRule } from '#app/conversations/outcomes.ts'
import type { TargetNow } from './target-after.ts'

/** Where a home stood before a call, and whether its tenant liked to be called: another outcome starts from there. */
export type HomeBefore = TargetNow & { wantsCalls: boolean }

/** As it is kept with the call, in JSON. */
export function homeBefore(home: HomeBefore): string {
  const { state, attemptCount, assignedTo, nextAt, appointmentWith, finishedAt, withdrawnReason, wantsCalls } = home
  const kept: HomeBefore = {
    state,
    attemptCount,
    assignedTo,
    nextAt,
    appointmentWith,
    finishedAt,
    withdrawnReason,
    wantsCalls,
  }
  return JSON.stringify(kept)
}

type Kept = Omit<HomeBefore, 'nextAt' | 'finishedAt'> & { nextAt: string | null; finishedAt: string | null }

export function readHomeBefore({ nextAt, finishedAt, ...kept }: Kept): HomeBefore {
  return { ...kept, nextAt: nextAt ? new Date(nextAt) : null, finishedAt: finishedAt ? new Date(finishedAt) : null }
}

type Now = { outcome: Outcome; attemptCount: number; assignedTo: string | null }

/** Of a call that was saved before this was kept: as a home stands that is still to do, with the tries it had. */
export function likelyBefore({ outcome, attemptCount, assignedTo }: Now): HomeBefore {
  const tries = Math.max(0, attemptCount - (outcomeRule(outcome).usesAttempt ? 1 : 0))
  return {
    state: tries > 0 ? 'retry' : 'open',
    attemptCount: tries,
    assignedTo,
    nextAt: null,
    appointmentWith: null,
    finishedAt: null,
    withdrawnReason: null,
    wantsCalls: false,
  }
}
