import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { csvType } from '#app/core/csv.ts'
import { download } from '#app/core/download.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { auditCsv } from '../audit-csv.ts'
import { readAuditFilter } from '../audit-filter.ts'
import { readAudit } from '../read-audit.server.ts'
import { recordAudit } from '../record-audit.server.ts'
import { nl } from '../words.nl.ts'

const mostInFile = 50_000

/** The lines of the log that are asked for, for whoever may see them on the page; that they went out is a line too. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'audit:read-of-tenant')
  const filter = readAuditFilter(new URL(request.url).searchParams)
  if (!filter.tenant) await authorize(request, 'audit:read')
  const asked = { filter, timeZone: actor.timeZone, before: null, most: mostInFile }
  return inScope(actor, async (tx) => {
    const events = await readAudit(tx, actor, { ...asked, seesTenants: can(actor, 'tenant:read') })
    await recordAudit(tx, actor, {
      action: 'corporation:log-exported',
      subject: 'corporation',
      details: { lines: events.length },
    })
    const text = auditCsv(events, { language: actor.language, zone: actor.timeZone })
    return download(text, { name: `${nl.file}-${dateIn(actor.timeZone, new Date())}.csv`, type: csvType })
  })
}
