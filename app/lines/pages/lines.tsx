import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useFormErrors } from '#app/ui/form-errors.tsx'
import { Columns, Page, PageHeader, Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { lineKinds } from '../line.ts'
import { lineForm } from '../line-forms.ts'
import { readLines } from '../line-page.server.ts'
import { addLine } from '../lines.server.ts'
import { HoldsBadge } from '../views/shown-holds.tsx'
import { useWords } from '../words.ts'

/** What tenants ring, and who answers each at this moment. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'line:manage')
  const { lines } = await readLines(actor, { zone: actor.timeZone, now: new Date() })
  return { lines: lines.map(({ id, name, kind, holds }) => ({ id, name, kind, holds })) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'line:manage')
  const form = parseForm(lineForm, await readForm(request))
  if (!form.ok) return data({ errors: form.errors }, 400)
  const answer = await addLine(actor, form.value)
  if (!answer.ok) return data({ errors: { name: answer.reason } as Record<string, string> }, 409)
  return redirect(`/settings/lines/${answer.id}?added`)
}

export default function Lines() {
  const words = useWords()
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} back={{ to: '/settings', label: words.back }} />
      <Columns split="main-left">
        <LineList />
        <Section title={words.add} isPanel>
          <AddForm />
        </Section>
      </Columns>
    </Page>
  )
}

function LineList() {
  const { lines } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <Table
      caption={words.title}
      isCaptionHidden
      rows={lines}
      rowKey={({ id }) => id}
      rowTo={({ id }) => `/settings/lines/${id}`}
      empty={
        <EmptyState title={words.none} icon="phone">
          {words.noneHint}
        </EmptyState>
      }
      columns={[
        { key: 'name', label: words.name, cell: ({ name }) => name },
        { key: 'kind', label: words.kind, cell: ({ kind }) => words.kinds[kind] },
        { key: 'now', label: words.now, cell: ({ holds }) => <HoldsBadge holds={holds} /> },
      ]}
    />
  )
}

function AddForm() {
  const words = useWords()
  const { errorOf, summary } = useFormErrors(useActionData<typeof action>()?.errors, words.refusals)
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      {summary}
      <TextField name="name" label={words.name} error={errorOf('name')} />
      <SelectField
        name="kind"
        label={words.kind}
        options={lineKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        error={errorOf('kind')}
      />
      <div>
        <Button type="submit" variant="primary" isPending={useNavigation().formMethod === 'POST'}>
          {words.add}
        </Button>
      </div>
    </Form>
  )
}
