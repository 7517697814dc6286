import type { Actor } from '#app/accounts/authorize.server.ts'
import { outcomeRule } from '#app/conversations/outcomes.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'
import { againAt } from './outcome-problems.server.ts'
import type { OutcomeInput } from './schema.ts'
import type { TargetNow, Tried } from './target-after.ts'

type Call = { input: OutcomeInput; number: string | null; callerId: string }

/** What was done with a home, as its rule asks it. `numbers` are those that worked before the call; `number` was rung. */
export function triedOf(actor: Actor, { numbers }: { numbers: string[] }, { input, number, callerId }: Call): Tried {
  const { strikes } = outcomeRule(input.outcome)
  return {
    outcome: input.outcome,
    callerId,
    againAt: againAt(actor, input),
    againWith: input.againWith === 'me' ? actor.accountId : null,
    numbersLeft: numbers.filter((one) => !(strikes && one === number)).length,
  }
}

/** To be SET: where a home stands after a call; who has it from then on stands apart. */
export const homeAfter = ({ state, attemptCount, nextAt, finishedAt, withdrawnReason }: TargetNow): SqlPart =>
  sql`state = ${state}, attempt_count = ${attemptCount}::int, next_at = ${nextAt}::timestamptz,
      finished_at = ${finishedAt}::timestamptz, withdrawn_reason = ${withdrawnReason}::text`
