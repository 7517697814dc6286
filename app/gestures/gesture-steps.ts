import { sql } from '#app/core/sql.ts'
import type { Change, PersonStep } from '#app/lists/steps.ts'
import type { GestureState } from './gesture.ts'

type By = { accountId: string }
export type SteppedGesture = { state: GestureState; hasDied: boolean }

const decided = ({ accountId }: By) => sql`decided_at = now(), decided_by = ${accountId}::uuid`

/** Nothing is approved or sent for somebody who has died. */
const onlyForTheLiving = ({ hasDied }: SteppedGesture) => (hasDied ? 'deceased' : null)

/** What a coordinator does with a card or flowers. */
export const gestureSteps = {
  approve: {
    path: 'approval',
    permission: 'gesture:decide',
    action: 'gesture:approve',
    from: ['requested'],
    to: 'approved',
    refusal: onlyForTheLiving,
    sets: decided,
    undoneBy: 'undo',
  },
  refuse: {
    path: 'refusal',
    permission: 'gesture:decide',
    action: 'gesture:refuse',
    from: ['requested'],
    to: 'refused',
    sets: decided,
    undoneBy: 'undo',
  },
  send: {
    path: 'sending',
    permission: 'gesture:decide',
    action: 'gesture:send',
    from: ['approved'],
    to: 'sent',
    refusal: onlyForTheLiving,
    sets: ({ accountId }: By) => sql`sent_at = now(), sent_by = ${accountId}::uuid`,
    undoneBy: 'undo',
  },
  /** One step back, for a tick too many: the envelope was still on the desk. */
  undo: {
    path: 'reversal',
    permission: 'gesture:decide',
    action: 'gesture:undo',
    from: ['approved', 'refused', 'sent'],
    to: ({ state }) => (state === 'sent' ? 'approved' : 'requested'),
    sets: () => sql`sent_at = NULL, sent_by = NULL,
      decided_at = CASE WHEN step.state = 'requested' THEN NULL ELSE decided_at END,
      decided_by = CASE WHEN step.state = 'requested' THEN NULL ELSE decided_by END`,
  },
} as const satisfies Record<string, PersonStep<GestureState, SteppedGesture, 'deceased'>>

export type GestureChange = Change<typeof gestureSteps>
