import { z } from 'zod'
import { sql } from '#app/core/sql.ts'
import type { Change, PersonStep } from '#app/lists/steps.ts'
import { type CallerToSpread, mayCall } from './spread.ts'
import { isFinal, openStates, type TargetState, targetStates } from './target.ts'

/** Asked when somebody was promised a caller by name: that caller keeps the promise, or the new one takes it over. */
export const promiseKeepers = ['stays', 'goes-along'] as const
export type PromiseKeeper = (typeof promiseKeepers)[number]

/** With whom a home lies: on whose list, and whom the tenant was promised by name. Null is whoever has time. */
type With = { assignedTo: string | null; appointmentWith: string | null }

export type SteppedTarget = With & {
  state: TargetState
  isClaimed: boolean
  homeNumber: string
  complex: string | null
  /** With whom it lay before the last move, and to whom that was; null when there was none. */
  movedFrom: (With & { to: string }) | null
}

type Move = { to: CallerToSpread; promises: PromiseKeeper | null; move: string }
type MoveBack = { team: readonly Pick<CallerToSpread, 'accountId'>[] }
export type NotMoved =
  | 'finished'
  | 'in-a-call'
  | 'already-theirs'
  | 'own-home'
  | 'promise-stays'
  | 'moved-since'
  | 'not-on-team'

/** The tenant was told who rings back, and that is somebody else. */
export const isPromisedByOther = ({ appointmentWith }: With, { accountId }: Pick<CallerToSpread, 'accountId'>) =>
  appointmentWith !== null && appointmentWith !== accountId

function whyNotMoved(home: SteppedTarget, { to, promises }: Move): NotMoved | null {
  if (isFinal(home.state)) return 'finished'
  if (home.isClaimed) return 'in-a-call'
  if ((home.appointmentWith ?? home.assignedTo) === to.accountId) return 'already-theirs'
  if (!mayCall(to, { ...home, homeId: '' })) return 'own-home'
  return promises === 'stays' && isPromisedByOther(home, to) ? 'promise-stays' : null
}

function whyNotBack(home: SteppedTarget, { team }: MoveBack): NotMoved | null {
  const { movedFrom, assignedTo, appointmentWith } = home
  const promised = movedFrom?.appointmentWith ? movedFrom.to : null
  if (!movedFrom || assignedTo !== movedFrom.to || appointmentWith !== promised) return 'moved-since'
  if (home.isClaimed) return 'in-a-call'
  const isHere = movedFrom.assignedTo === null || team.some(({ accountId }) => accountId === movedFrom.assignedTo)
  return isHere ? null : 'not-on-team'
}

const moveForm = z.object({
  callerId: z.uuid('choose-caller'),
  promises: z
    .enum(promiseKeepers)
    .or(z.literal(''))
    .default('')
    .transform((keeper) => keeper || null),
})

/** What a coordinator does with the homes of a campaign. */
export const targetSteps = {
  /** An agreed time goes along: state and next_at stay as they are. */
  move: {
    path: 'caller',
    permission: 'campaign:write',
    action: 'target:handed-over',
    from: targetStates,
    asks: () => moveForm,
    refusal: whyNotMoved,
    sets: ({ to: { accountId }, move }: Move) => sql`
      moved_from = jsonb_build_object('move', ${move}::text, 'to', ${accountId}::text,
        'assignedTo', r.assigned_to, 'appointmentWith', r.appointment_with),
      assigned_to = ${accountId}::uuid,
      appointment_with = CASE WHEN r.appointment_with IS NOT NULL THEN ${accountId}::uuid END`,
    undoneBy: 'moveBack',
  },
  moveBack: {
    path: 'caller-reversal',
    permission: 'campaign:write',
    action: 'target:handed-back',
    from: openStates,
    refusal: whyNotBack,
    sets: () => sql`
      assigned_to = (r.moved_from->>'assignedTo')::uuid, appointment_with = (r.moved_from->>'appointmentWith')::uuid,
      moved_from = NULL`,
  },
} as const satisfies Record<string, PersonStep<TargetState, SteppedTarget, NotMoved>>

export type TargetChange = Change<typeof targetSteps>
