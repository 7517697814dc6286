import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { lastDayAllowed, renewalSchema } from '../home-warning.ts'
import { listWarnings, renewWarning } from '../keep-warnings.server.ts'
import { WarningTable } from '../views/warning-table.tsx'
import { useWarningWords } from '../warning-words.ts'
import { useWords } from '../words.ts'

/** All warnings at homes that hold now, to look whether they still are so. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'home-warning:keep')
  const today = dateIn(actor.timeZone, new Date())
  const warnings = await inScope(actor, (tx) => listWarnings(tx, actor, { today }))
  return { warnings, days: { today, last: lastDayAllowed(today) } }
}

/** One holds longer. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'home-warning:keep')
  const today = dateIn(actor.timeZone, new Date())
  const read = await readForm(request)
  const which = parseForm(z.object({ warningId: z.uuid() }), read)
  if (!which.ok) throw notFound()
  const id = which.value.warningId
  const form = parseForm(renewalSchema(today), read)
  if (!form.ok) return data({ id, error: form.errors.until ?? 'other' }, 400)
  if (!(await renewWarning(actor, id, { today, until: form.value.until }))) throw notFound()
  return redirect('/warnings')
}

export default function Warnings() {
  const { warnings, days } = useLoaderData<typeof loader>()
  const words = useWarningWords()
  const all = useWords()
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} back={{ to: '/tenants', label: all.title }} />
      <WarningTable rows={warnings} days={days} refused={useActionData<typeof action>()} />
    </Page>
  )
}
