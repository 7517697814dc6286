import { type SqlRunner, sql } from '#app/core/sql.ts'
import { hashOf } from './hash-of.ts'
import type { Protocol } from './protocol.ts'

/**
 * Keeps the protocols that came with this version beside those of the versions before: runs and versions say by its hash from
 * which one they were made. Asks for a transaction of the house itself; a desk only reads them.
 */
export async function keepBaseProtocols(tx: SqlRunner, protocols: readonly Protocol[]): Promise<void> {
  const rows = protocols.map((body) => ({ hash: hashOf(body), kind: body.kind, body }))
  await tx.sql(sql`
    INSERT INTO base_protocol (hash, kind, body)
    SELECT hash, kind, body FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS came (hash text, kind text, body jsonb)
    ON CONFLICT (hash) DO NOTHING`)
}
