import type { AuditEntry } from '#app/audit/record-audit.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { idempotently } from '#app/core/idempotently.server.ts'
import { keyOf } from '#app/core/key-of.server.ts'
import type { SqlRunner } from '#app/core/sql.ts'
import type { AtContact } from './at-contact.ts'

/** Writes down what somebody saw, once for each time there was something else to see: a page is read anew many times. */
export const auditOnce = (tx: SqlRunner, actor: AtContact, entry: AuditEntry): Promise<null> =>
  idempotently({ tx, scope: actor }, { key: keyOf(entry), operation: entry.action }, async () => {
    await recordAudit(tx, actor, entry)
    return null
  })
