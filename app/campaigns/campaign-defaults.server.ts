import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { readSettings } from '#app/corporations/settings.server.ts'
import { defaultPolicy, type Policy, policySchema } from './calling-policy.ts'

type Defaults = { policy: Policy; budgetCents: number | null }

/** What a new campaign begins with here. Hours that cannot be read any more are the usual ones. */
export async function campaignDefaults(tx: Tx, scope: CorporationScope): Promise<Defaults> {
  const { callingHours, gestureBudgetCents } = await readSettings(tx, scope)
  const read = policySchema.safeParse(callingHours ?? {})
  return { policy: read.success ? read.data : defaultPolicy, budgetCents: gestureBudgetCents }
}
