import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { csvType } from '#app/core/csv.ts'
import { download } from '#app/core/download.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { selectedRows } from '#app/lists/selected-rows.ts'
import { dateIn } from '#app/time/clock.ts'
import { takeApproved } from '../gestures.server.ts'
import { splitByPost } from '../label-text.ts'
import { orderList } from '../order-list.ts'
import { nl } from '../words.nl.ts'

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'gesture:decide')
  const form = await readForm(request)
  const parsed = parseForm(selectedRows, form)
  const kind = form.get('kind') === 'flowers' ? 'flowers' : 'card'
  const refuse = (reason: string) => redirect(`/gestures/labels?kind=${kind}&refused=${reason}`)
  if (!parsed.ok) return refuse('choose-one')
  const today = dateIn(actor.timeZone, new Date())
  const rows = await inScope(actor, (tx) =>
    takeApproved(tx, actor, { ids: parsed.value, today, action: 'gesture:order-listed' }),
  )
  const { posted } = splitByPost(rows)
  if (posted.length === 0) return refuse('nothing-to-print')
  return download(orderList(posted, actor.language), {
    name: `${nl.order.file}-${today}.csv`,
    type: csvType,
  })
}
