import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { csvText, csvType } from '#app/core/csv.ts'
import { download } from '#app/core/download.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { workbookStream, workbookType } from '#app/core/workbook.server.ts'
import { rowsForPeople, rowsForSystems } from '../correction-file.ts'
import { listCorrections } from '../corrections.server.ts'

/** What is still to be passed on, as a workbook for people or as CSV for systems. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'tenant:read')
  const corrections = await inScope(actor, (tx) => listCorrections(tx, actor))
  const reader = { language: actor.language, zone: actor.timeZone }
  if (new URL(request.url).searchParams.get('as') === 'csv')
    return download(csvText(rowsForSystems(corrections, reader)), { name: 'mutatielijst.csv', type: csvType })
  const workbook = workbookStream('Mutatielijst', rowsForPeople(corrections, reader))
  return download(workbook, { name: 'mutatielijst.xlsx', type: workbookType })
}
