import { openStates, type TargetState, targetStates, type WithdrawnReason, withdrawnReasons } from './target.ts'

/**
 * How far a campaign is, in homes: one truth for every page that says so. Whoever was never spoken to counts in `total`,
 * whatever became of the campaign or of them.
 */
export type CampaignFigures = {
  /** All homes of the campaign. */
  total: number
  states: Record<TargetState, number>
  reached: number
  /** Neither finished nor withdrawn. */
  toDo: number
  /** Taken off without a call that led to it, by reason; those of none are left out. */
  withdrawn: { reason: WithdrawnReason; homes: number }[]
}

type Counted = { state: TargetState; reason: WithdrawnReason | null; homes: number }

export function figuresOf(counted: readonly Counted[]): CampaignFigures {
  const sumOf = (isOne: (one: Counted) => boolean) => counted.filter(isOne).reduce((sum, { homes }) => sum + homes, 0)
  const states = Object.fromEntries(
    targetStates.map((state) => [state, sumOf((one) => one.state === state)]),
  ) as CampaignFigures['states']
  return {
    total: sumOf(() => true),
    states,
    reached: states.reached,
    toDo: openStates.reduce((sum, state) => sum + states[state], 0),
    withdrawn: withdrawnReasons
      .map((reason) => ({ reason, homes: sumOf((one) => one.state === 'withdrawn' && one.reason === reason) }))
      .filter(({ homes }) => homes > 0),
  }
}
