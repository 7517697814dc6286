import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { readUrgentNumbers } from '#app/conversations/urgent-numbers.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Columns, Page, PageHeader, Section } from '#app/ui/page.tsx'
import { useUrgentNumberWords } from '../urgent-number-words.ts'
import { addUrgentNumber, mostUrgentNumbers } from '../urgent-numbers.server.ts'
import { urgentNumberForm } from '../views/read-urgent-number.ts'
import { UrgentNumberForm } from '../views/urgent-number-form.tsx'
import { UrgentNumberList } from '../views/urgent-number-list.tsx'

const addForm = urgentNumberForm.extend({ key: z.uuid('other') })

/** Whom callers can ring when a tenant needs help at once. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'corporation:manage')
  return {
    numbers: await inScope(actor, (tx) => readUrgentNumbers(tx, actor)),
    most: mostUrgentNumbers,
    key: uuidV7(),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'corporation:manage')
  const form = parseForm(addForm, await readForm(request))
  if (!form.ok) return data({ errors: form.errors }, 400)
  const { key, ...number } = form.value
  const answer = await addUrgentNumber(actor, key, number)
  if (!answer.ok) return data({ errors: { name: answer.reason } as Record<string, string> }, 409)
  return redirect(`/settings/urgent-numbers?added=${answer.id}`)
}

export default function UrgentNumbers() {
  const { numbers, most, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const added = useSearchParams()[0].get('added') ?? ''
  const words = useUrgentNumberWords()
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} back={{ to: '/settings', label: words.back }} />
      <Columns split="main-left">
        {numbers.length === 0 ? (
          <EmptyState title={words.emptyTitle} icon="phone">
            {words.emptyText}
          </EmptyState>
        ) : (
          <Section title={words.list}>
            <UrgentNumberList numbers={numbers} />
          </Section>
        )}
        <Section title={words.add} isPanel>
          {numbers.length >= most ? (
            <p className="text-ink-soft">{words.full(most)}</p>
          ) : (
            // One that was added empties the form.
            <UrgentNumberForm key={added} idempotencyKey={key} errors={answer?.errors ?? {}} submit={words.add} />
          )}
        </Section>
      </Columns>
    </Page>
  )
}
