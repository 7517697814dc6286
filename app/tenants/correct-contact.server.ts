import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { rawSql, type SqlRunner, sql } from '#app/core/sql.ts'

/** `value`: a phone number in E.164, or an e-mail address. */
export type ContactCorrection = { tenantId: string; field: 'landline' | 'mobile' | 'email'; value: string }

/**
 * What the tenant says of themselves stands over the list until the list agrees. An earlier correction that had not
 * been taken over makes way, and hands on what the list says. A number they give is good again, whatever it was before.
 */
export async function correctContact(tx: SqlRunner, actor: Actor, { tenantId, field, value }: ContactCorrection) {
  const column = rawSql(field)
  const tenant = sql`corporation_id = ${actor.corporationId}::int AND id = ${tenantId}::uuid`
  const [now] = await tx.sql<{ value: string | null }>(
    sql`SELECT ${column} AS value FROM tenant WHERE ${tenant} FOR NO KEY UPDATE`,
  )
  await tx.sql(
    sql`DELETE FROM number_strike WHERE corporation_id = ${actor.corporationId}::int AND tenant_id = ${tenantId}::uuid AND number = ${value}`,
  )
  if (now?.value === value) return
  const [earlier] = await tx.sql<{ listValue: string | null }>(sql`
    UPDATE tenant_correction SET replaced_at = now()
    WHERE corporation_id = ${actor.corporationId}::int AND tenant_id = ${tenantId}::uuid AND field = ${field} AND agreed_at IS NULL AND replaced_at IS NULL
    RETURNING list_value AS "listValue"`)
  const listed = earlier ? earlier.listValue : (now?.value ?? null)
  await tx.sql(sql`
    INSERT INTO tenant_correction (corporation_id, tenant_id, field, list_value, listed_before, value, account_id)
    VALUES (${actor.corporationId}::int, ${tenantId}::uuid, ${field}, ${listed}::text, ${listed}::text, ${value}, ${actor.accountId}::uuid)`)
  await tx.sql(sql`UPDATE tenant SET ${column} = ${value}, updated_at = now() WHERE ${tenant}`)
  await recordAudit(tx, actor, {
    action: 'tenant:corrected',
    subject: 'tenant',
    subjectId: tenantId,
    details: { field },
  })
}
