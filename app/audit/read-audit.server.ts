import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import type { AuditFilter } from './audit-filter.ts'
import { type AuditRow, listAudit } from './list-audit-entries.server.ts'
import { nameSubjects } from './subject-names.server.ts'

export type ShownEvent = AuditRow & { name: string | null; tenantId: string | null }

type Asked = { filter: AuditFilter; timeZone: string; before: string | null; most: number; seesTenants: boolean }

/** Lines of the log with what they are about by name, for whoever may read the log. */
export async function readAudit(
  tx: Tx,
  scope: CorporationScope,
  { seesTenants, ...asked }: Asked,
): Promise<ShownEvent[]> {
  const events = await listAudit(tx, scope, asked)
  const ids = [...new Set(events.flatMap(({ subjectId }) => subjectId ?? []))]
  const names = await nameSubjects(tx, scope, { ids, seesTenants })
  return events.map((event) => {
    const found = names.get(event.subjectId ?? '')
    return { ...event, name: found?.name ?? null, tenantId: (seesTenants && found?.tenantId) || null }
  })
}
