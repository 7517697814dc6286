import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { download } from '#app/core/download.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { selectedRows } from '#app/lists/selected-rows.ts'
import { dateIn } from '#app/time/clock.ts'
import { gestureKinds } from '../gesture.ts'
import { takeApproved } from '../gestures.server.ts'
import { sheet } from '../label-sheet.ts'
import { labelLines, splitByPost } from '../label-text.ts'
import { labelsPdf } from '../labels-pdf.server.ts'
import { nl } from '../words.nl.ts'

const sheetForm = z.object({
  skip: z.coerce
    .number()
    .int()
    .min(0)
    .max(sheet.perPage - 1)
    .catch(0),
  kind: z.enum(gestureKinds).catch('card'),
})

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'gesture:decide')
  const form = await readForm(request)
  const parsed = parseForm(selectedRows, form)
  const { skip, kind } = sheetForm.parse({ skip: form.get('skip'), kind: form.get('kind') })
  const refuse = (reason: string) => redirect(`/gestures/labels?kind=${kind}&refused=${reason}`)
  if (!parsed.ok) return refuse('choose-one')
  const today = dateIn(actor.timeZone, new Date())
  const rows = await inScope(actor, (tx) =>
    takeApproved(tx, actor, { ids: parsed.value, today, action: 'gesture:labels-printed' }),
  )
  const { posted } = splitByPost(rows)
  if (posted.length === 0) return refuse('nothing-to-print')
  const pdf = await labelsPdf(posted.map(labelLines), { title: nl.order.labelsTitle, skip })
  return download(pdf, { name: `${nl.order.labelsFile}-${today}.pdf`, type: 'application/pdf' })
}
