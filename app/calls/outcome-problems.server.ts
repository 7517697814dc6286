import type { Actor } from '#app/accounts/authorize.server.ts'
import { isCallingTime } from '#app/campaigns/calling-hours.ts'
import { outcomeRule } from '#app/conversations/outcomes.ts'
import type { FormErrors } from '#app/core/forms.ts'
import type { SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { dateIn, instantAt } from '#app/time/clock.ts'
import type { ClaimedTarget } from './claimed-target.server.ts'
import type { OutcomeInput } from './schema.ts'

/** The moment to call again, where one was said. */
export function againAt({ timeZone }: Actor, { againOn, againAt }: OutcomeInput): Date | null {
  return againOn ? instantAt(timeZone, againOn, againAt ?? '00:00') : null
}

/** What only the database and the clock can tell of what was filled in. */
export async function outcomeProblems(
  tx: SqlTx,
  actor: Actor,
  {
    target,
    input,
    number,
    now,
  }: { target: Pick<ClaimedTarget, 'policy'>; input: OutcomeInput; number: string | null; now: Date },
): Promise<FormErrors | null> {
  const errors: FormErrors = {}
  const again = againAt(actor, input)
  const { strikes, home } = outcomeRule(input.outcome)
  // A home that is passed on may come back at any moment: nobody was promised a call.
  const isPromised = again && home.next !== 'pass-on'
  if (isPromised && again <= now) errors.againAt = 'again-past'
  else if (isPromised && !isCallingTime(target.policy, actor.timeZone, again)) errors.againAt = 'again-outside-hours'
  if (strikes && !number) errors.numberUsed = 'number-required'
  Object.assign(errors, await promiseProblems(tx, actor, { input, now }))
  return Object.keys(errors).length > 0 ? errors : null
}

/** The same of what was promised. */
export async function promiseProblems(
  tx: SqlTx,
  actor: Actor,
  { input, now }: { input: OutcomeInput; now: Date },
): Promise<FormErrors> {
  const errors: FormErrors = {}
  const today = dateIn(actor.timeZone, now)
  for (const [index, { dueOn }] of input.followUps.entries())
    if (dueOn < today) errors[`followUps.${index}.dueOn`] = 'date-past'
  const known = await knownAgencies(tx, actor, input)
  for (const [index, { agencyId }] of input.referrals.entries())
    if (!known.includes(agencyId)) errors[`referrals.${index}.agencyId`] = 'required'
  return errors
}

async function knownAgencies(tx: SqlTx, { corporationId }: Actor, { referrals }: OutcomeInput): Promise<string[]> {
  if (referrals.length === 0) return []
  const ids = referrals.map(({ agencyId }) => agencyId)
  const rows = await tx.sql<{ id: string }>(
    sql`SELECT id FROM agency WHERE corporation_id = ${corporationId}::int AND id = ANY(${ids}::uuid[]) AND ended_at IS NULL`,
  )
  return rows.map(({ id }) => id)
}
