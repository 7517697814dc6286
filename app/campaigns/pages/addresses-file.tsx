import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { csvType } from '#app/core/csv.ts'
import { download, textStream } from '#app/core/download.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { campaignOr404 } from '../campaigns.server.ts'
import { exportTargets } from '../list-targets.server.ts'
import { targetCsv } from '../target-csv.ts'
import { readTargetFilter } from '../target-filter.ts'
import { nl } from '../words.nl.ts'
import { campaignIdIn } from './campaign-id.server.ts'

/** The addresses of a campaign as they stand in the list, all pages of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:export')
  const filter = readTargetFilter(new URL(request.url).searchParams)
  const campaignId = campaignIdIn(params)
  await inScope(actor, (tx) => campaignOr404(tx, actor, campaignId))
  const rows = await exportTargets(actor, { campaignId, filter })
  return download(textStream(targetCsv(rows, { language: actor.language, zone: actor.timeZone })), {
    name: `${nl.addresses.file.name}-${dateIn(actor.timeZone, new Date())}.csv`,
    type: csvType,
  })
}
