import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { csvText, csvType } from '#app/core/csv.ts'
import { download } from '#app/core/download.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { readOfficeHours } from '#app/corporations/office-hours.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { listNight } from '../night-contacts.server.ts'
import { nightCsv } from '../night-csv.ts'
import { askedNight } from '../read-night.server.ts'
import { nl } from '../words.nl.ts'

/** The contacts of a night as a file for Excel, without what was written in them; that it went out is a line of the log. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'night:see')
  const now = new Date()
  const asked = new URL(request.url).searchParams.get('from')
  return inScope(actor, async (tx) => {
    const night = askedNight(await readOfficeHours(tx, actor), actor.timeZone, { asked, now })
    const contacts = await listNight(tx, actor, night)
    await recordAudit(tx, actor, { action: 'night:exported', subject: 'night', details: { contacts: contacts.length } })
    const text = csvText(nightCsv(contacts, { language: actor.language, zone: actor.timeZone, now }))
    return download(text, { name: `${nl.csv.name}-${dateIn(actor.timeZone, night.from)}.csv`, type: csvType })
  })
}
