import type { Actor } from '#app/accounts/authorize.server.ts'
import { outcomeRule } from '#app/conversations/outcomes.ts'
import type { SqlTx } from '#app/core/scope.server.ts'
import { type ContactCorrection, correctContact } from '#app/tenants/correct-contact.server.ts'
import { reportTenant } from '#app/tenants/report-tenant.server.ts'
import { strikeNumber } from '#app/tenants/strike-number.server.ts'
import type { OutcomeInput } from './schema.ts'

const corrections = { newLandline: 'landline', newMobile: 'mobile', newEmail: 'email' } as const

/** `number`: the one that was rung, in E.164. */
type PhoneCall = { tenantId: string; number: string | null; at: Date }

/** What a call says about the tenant, wherever they are on a list: last spoken to, moved, deceased, numbers. Gives the report of it. */
export async function updateTenantAfterCall(
  tx: SqlTx,
  actor: Actor,
  { call: { tenantId, number, at }, input }: { call: PhoneCall; input: OutcomeInput },
): Promise<string | null> {
  const { outcome, wantsCalls } = input
  const { strikes, isTenantSpoken, isRung, reportedStatus } = outcomeRule(outcome)
  // Nobody is taken off for good by a "not now": only when they say so.
  const isSaid = reportedStatus !== 'objected' || input.objects
  const reportId = await reportTenant(tx, actor, {
    tenantId,
    at,
    outcome: isRung ? outcome : null,
    isSpoken: isTenantSpoken,
    newStatus: isSaid ? reportedStatus : null,
    wantsCalls,
  })
  if (strikes && number) await strikeNumber(tx, actor, { tenantId, number, reason: strikes })
  for (const [name, field] of Object.entries(corrections) as [keyof typeof corrections, ContactCorrection['field']][]) {
    const value = input[name]
    if (value) await correctContact(tx, actor, { tenantId, field, value })
  }
  return reportId
}
