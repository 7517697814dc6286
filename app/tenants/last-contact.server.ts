import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'

/** When somebody was last rung and spoken to, and with what outcome; `likesCalls`: they liked to be called, before it was said that they object. */
export type LastContact = {
  tenantId: string
  outcome: string | null
  attemptAt: Date | null
  spokenAt: Date | null
  likesCalls: boolean
}

/** Puts right what is known of ringing a tenant, after a call was corrected. */
export async function setLastContact(tx: SqlRunner, { corporationId }: CorporationScope, contact: LastContact) {
  const { tenantId, outcome, attemptAt, spokenAt, likesCalls } = contact
  await tx.sql(sql`
    UPDATE tenant SET last_outcome = ${outcome}::text, last_attempt_at = ${attemptAt}::timestamptz, last_spoken_at = ${spokenAt}::timestamptz,
      wants_calls = (wants_calls OR ${likesCalls}::boolean) AND objected_at IS NULL, updated_at = now()
    WHERE corporation_id = ${corporationId}::int AND id = ${tenantId}::uuid`)
}
