import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { outcomeRule } from '#app/conversations/outcomes.ts'
import type { SqlTx } from '#app/core/scope.server.ts'
import { rawSql, sql } from '#app/core/sql.ts'
import type { OutcomeInput } from './schema.ts'

const corrections = { newLandline: 'landline', newMobile: 'mobile', newEmail: 'email' } as const

/** What a call says about the tenant, wherever they are on a list: last spoken to, moved, deceased, numbers. */
export async function updateTenantAfter(
  tx: SqlTx,
  actor: Actor,
  { tenantId }: { tenantId: string },
  input: OutcomeInput,
  number: string | null,
  now: Date,
) {
  const { strikes } = outcomeRule(input.outcome)
  await noteOutcome(tx, actor, tenantId, input, now)
  if (strikes && number) await strikeNumber(tx, actor, tenantId, number, strikes)
  for (const [name, field] of Object.entries(corrections) as [keyof typeof corrections, string][]) {
    const value = input[name]
    if (value) await correct(tx, actor, tenantId, field, value)
  }
}

async function noteOutcome(
  tx: SqlTx,
  actor: Actor,
  tenantId: string,
  { outcome, objects, wantsCalls }: OutcomeInput,
  now: Date,
) {
  const { isTenantSpoken, tenantEffect } = outcomeRule(outcome)
  const isObjection = tenantEffect === 'do-not-call' && objects
  const when = (isSo: boolean, column: string) =>
    sql`${rawSql(column)} = CASE WHEN ${isSo}::boolean THEN coalesce(${rawSql(column)}, ${now}::timestamptz) ELSE ${rawSql(column)} END`
  await tx.sql(sql`
    UPDATE tenant SET
      last_outcome = CASE WHEN ${outcome === 'skipped'}::boolean THEN last_outcome ELSE ${outcome} END,
      last_attempt_at = CASE WHEN ${outcome === 'skipped'}::boolean THEN last_attempt_at ELSE ${now}::timestamptz END,
      last_spoken_at = CASE WHEN ${isTenantSpoken}::boolean THEN ${now}::timestamptz ELSE last_spoken_at END,
      ${when(isObjection, 'objected_at')}, ${when(tenantEffect === 'moved', 'reported_moved_at')}, ${when(tenantEffect === 'deceased', 'reported_deceased_at')},
      wants_calls = (wants_calls OR ${wantsCalls}::boolean) AND NOT ${isObjection}::boolean, updated_at = now()
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${tenantId}::uuid`)
  const said = isObjection ? 'objected' : tenantEffect === 'do-not-call' ? null : tenantEffect
  if (said) await recordAudit(tx, actor, { action: `tenant:${said}`, subject: 'tenant', subjectId: tenantId })
}

async function strikeNumber(tx: SqlTx, actor: Actor, tenantId: string, number: string, reason: string) {
  await tx.sql(sql`
    INSERT INTO number_strike (corporation_id, tenant_id, number, reason, account_id)
    VALUES (${actor.corporationId}::int, ${tenantId}::uuid, ${number}, ${reason}, ${actor.accountId}::uuid) ON CONFLICT DO NOTHING`)
  await recordAudit(tx, actor, {
    action: 'tenant:number-struck',
    subject: 'tenant',
    subjectId: tenantId,
    details: { reason },
  })
}

/**
 * What the tenant says of themselves stands over the list until the list agrees. An earlier correction that had not
 * been taken over makes way, and hands on what the list says. A number they give is good again, whatever it was before.
 */
async function correct(tx: SqlTx, actor: Actor, tenantId: string, field: string, value: string) {
  const column = rawSql(field)
  const tenant = sql`corporation_id = ${actor.corporationId}::int AND id = ${tenantId}::uuid`
  const [now] = await tx.sql<{ value: string | null }>(
    sql`SELECT ${column} AS value FROM tenant WHERE ${tenant} FOR UPDATE`,
  )
  await tx.sql(
    sql`DELETE FROM number_strike WHERE corporation_id = ${actor.corporationId}::int AND tenant_id = ${tenantId}::uuid AND number = ${value}`,
  )
  if (now?.value === value) return
  const [earlier] = await tx.sql<{ listValue: string | null }>(sql`
    UPDATE tenant_correction SET replaced_at = now()
    WHERE corporation_id = ${actor.corporationId}::int AND tenant_id = ${tenantId}::uuid AND field = ${field} AND agreed_at IS NULL AND replaced_at IS NULL
    RETURNING list_value AS "listValue"`)
  await tx.sql(sql`
    INSERT INTO tenant_correction (corporation_id, tenant_id, field, list_value, value, account_id)
    VALUES (${actor.corporationId}::int, ${tenantId}::uuid, ${field}, ${earlier ? earlier.listValue : (now?.value ?? null)}::text, ${value}, ${actor.accountId}::uuid)`)
  await tx.sql(sql`UPDATE tenant SET ${column} = ${value}, updated_at = now() WHERE ${tenant}`)
  await recordAudit(tx, actor, {
    action: 'tenant:corrected',
    subject: 'tenant',
    subjectId: tenantId,
    details: { field },
  })
}
