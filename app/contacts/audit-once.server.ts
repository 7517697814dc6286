import { createHash } from 'node:crypto'
import type { AuditEntry } from '#app/audit/record-audit.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { idempotently } from '#app/core/idempotently.server.ts'
import type { SqlRunner } from '#app/core/sql.ts'
import type { AtContact } from './at-contact.ts'

/** Writes down what somebody saw, once for each time there was something else to see: a page is read anew many times. */
export const auditOnce = (tx: SqlRunner, actor: AtContact, entry: AuditEntry): Promise<null> =>
  idempotently({ tx, scope: actor }, { key: keyOf(entry), operation: entry.action }, async () => {
    await recordAudit(tx, actor, entry)
    return null
  })

/** The same for the same entry, in the form of a UUID. */
function keyOf(entry: AuditEntry): string {
  const hex = createHash('sha256').update(JSON.stringify(entry)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
