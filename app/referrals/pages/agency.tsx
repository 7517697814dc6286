import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { changeAgency, findAgency } from '../agencies.server.ts'
import { agencySchema } from '../schema.ts'
import { AgencyChecked } from '../views/agency-checked.tsx'
import { AgencyForm } from '../views/agency-form.tsx'
import { useWords } from '../words.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'agency:write')
  const id = params.agencyId ?? ''
  const agency = isUuid(id) ? await inScope(actor, (tx) => findAgency(tx, actor, id)) : null
  if (!agency) throw notFound()
  return { agency, now: new Date() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'agency:write')
  const id = params.agencyId ?? ''
  if (!isUuid(id)) throw notFound()
  const form = parseForm(agencySchema, await readForm(request))
  if (!form.ok) return data({ ok: false as const, errors: form.errors }, 400)
  const answer = await changeAgency(actor, id, form.value)
  if (answer.ok) return redirect('/agencies')
  if (answer.reason === 'not-found') throw notFound()
  return data({ ok: false as const, errors: { name: answer.reason } as Record<string, string> }, 409)
}

export default function AgencyPage() {
  const { agency, now } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().agencies
  const state = agency.isEnded ? <Badge>{words.ended}</Badge> : undefined
  return (
    <Page width="narrow">
      <PageHeader title={agency.name} state={state} back={{ to: '/agencies', label: words.title }} />
      <AgencyForm agency={agency} errors={answer?.errors ?? {}} submit={words.save} />
      {!agency.isEnded && <CheckForm agency={agency} now={now} />}
      <Form
        method="post"
        action={`/agencies/${agency.id}/${agency.isEnded ? 'reopening' : 'closure'}`}
        className="flex flex-col items-start gap-2"
        noValidate
      >
        {!agency.isEnded && <p className="text-ink-soft">{words.endHint}</p>}
        <Button type="submit">{agency.isEnded ? words.resume : words.end}</Button>
      </Form>
    </Page>
  )
}

type CheckFormProps = { agency: { id: string } & Parameters<typeof AgencyChecked>[0]['agency']; now: Date | string }

function CheckForm({ agency, now }: CheckFormProps) {
  const words = useWords().agencies
  return (
    <Form
      method="post"
      action={`/agencies/${agency.id}/check`}
      className="flex flex-col items-start gap-2"
      noValidate
      preventScrollReset
    >
      <AgencyChecked agency={agency} now={now} />
      <p className="text-ink-soft">{words.checkHint}</p>
      <Button type="submit">{words.check}</Button>
    </Form>
  )
}
