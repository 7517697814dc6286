import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'

/** Empties what was typed or read out while these contacts were judged; what came of it stays, in codes. */
export async function forgetWords(tx: SqlRunner, { corporationId }: CorporationScope, contactIds: readonly string[]) {
  await tx.sql(sql`
    UPDATE triage_entry e SET words_sealed = NULL FROM triage_run r
    WHERE r.corporation_id = ${corporationId}::int AND r.contact_id = ANY(${[...contactIds]}::uuid[])
      AND e.corporation_id = r.corporation_id AND e.run_id = r.id AND e.words_sealed IS NOT NULL`)
}
