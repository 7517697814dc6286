import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { readUrgentNumbers } from '#app/conversations/urgent-numbers.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { numberOf, numbersPath } from '../urgent-number-path.server.ts'
import { useUrgentNumberWords } from '../urgent-number-words.ts'
import { changeUrgentNumber } from '../urgent-numbers.server.ts'
import { urgentNumberForm } from '../views/read-urgent-number.ts'
import { UrgentNumberForm } from '../views/urgent-number-form.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'corporation:manage')
  const id = numberOf(params)
  const numbers = await inScope(actor, (tx) => readUrgentNumbers(tx, actor))
  const number = numbers.find((one) => one.id === id)
  if (!number) throw notFound()
  return { ...number, phone: number.phone.text }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'corporation:manage')
  const id = numberOf(params)
  const form = parseForm(urgentNumberForm, await readForm(request))
  if (!form.ok) return data({ errors: form.errors }, 400)
  const answer = await changeUrgentNumber(actor, id, form.value)
  if (answer.ok) return redirect(numbersPath)
  if (answer.reason === 'not-found') throw notFound()
  return data({ errors: { name: answer.reason } as Record<string, string> }, 409)
}

export default function UrgentNumber() {
  const number = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useUrgentNumberWords()
  return (
    <Page width="narrow">
      <PageHeader title={number.name} back={{ to: '/settings/urgent-numbers', label: words.title }} />
      <UrgentNumberForm number={number} errors={answer?.errors ?? {}} submit={words.save} />
      <Disclosure label={words.remove}>
        <Form
          method="post"
          action={`/settings/urgent-numbers/${number.id}/removal`}
          className="flex flex-col items-start gap-2"
          noValidate
        >
          <p className="text-ink-soft">{words.removeLead}</p>
          <Button type="submit">{words.remove}</Button>
        </Form>
      </Disclosure>
    </Page>
  )
}
