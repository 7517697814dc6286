import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { env } from '#app/core/env.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useFormErrors } from '#app/ui/form-errors.tsx'
import { Columns, Page, PageHeader, Section } from '#app/ui/page.tsx'
import { eventAddress, showsSecret } from '../event-address.ts'
import { exchangeKinds } from '../exchange.ts'
import { exchangeForm } from '../exchange-forms.ts'
import { readExchanges } from '../exchange-pages.server.ts'
import { addExchange } from '../exchanges.server.ts'
import { ExchangeTable } from '../views/exchange-table.tsx'
import { ShownOnce } from '../views/shown-once.tsx'
import { useWords } from '../words.ts'

/** The telephone exchanges of the desk, and which of them is silent. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:manage')
  return readExchanges(actor, new Date())
}

/** Answers with the secret instead of a redirect: it is shown this once. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:manage')
  const form = parseForm(exchangeForm, await readForm(request))
  if (!form.ok) return data({ errors: form.errors, added: null }, 400)
  const { kind } = form.value
  const { id, secret } = await addExchange(actor, form.value)
  const address = eventAddress({ id, kind }, { publicUrl: env().publicUrl, secret })
  return { errors: {}, added: { id, address, secret: showsSecret(kind) ? secret : null } }
}

export default function Exchanges() {
  const { exchanges, unassigned, now } = useLoaderData<typeof loader>()
  const words = useWords()
  const added = useActionData<typeof action>()?.added
  const silent = exchanges.filter(({ isSilent }) => isSilent)
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.lead}
        back={{ to: '/desk', label: words.back }}
        secondary={
          unassigned > 0 && (
            <LinkButton to="/desk/unassigned-calls" icon="alert">
              {words.unassignedCount(unassigned)}
            </LinkButton>
          )
        }
      />
      {useSearchParams()[0].has('ended') && <Banner isLive>{words.ended}</Banner>}
      {added && <ShownOnce {...added} title={words.made} />}
      {silent.map(({ id, name }) => (
        <Banner key={id} tone="attention" title={`${name}: ${words.silentTitle}`}>
          {words.silentText}
        </Banner>
      ))}
      <Columns split="main-left">
        <ExchangeTable exchanges={exchanges} now={now} />
        <Section title={words.add} isPanel>
          <AddForm key={exchanges.length} />
        </Section>
      </Columns>
    </Page>
  )
}

function AddForm() {
  const words = useWords()
  const { errorOf, summary } = useFormErrors(useActionData<typeof action>()?.errors, words.refusals)
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      {summary}
      <TextField name="name" label={words.name} hint={words.nameHint} error={errorOf('name')} />
      <SelectField
        name="kind"
        label={words.kind}
        options={exchangeKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        error={errorOf('kind')}
      />
      <TextField
        name="key"
        label={words.key}
        hint={words.keyHint}
        error={errorOf('key')}
        autoComplete="off"
        isOptional
      />
      <div>
        <Button type="submit" variant="primary" isPending={useNavigation().formMethod === 'POST'}>
          {words.add}
        </Button>
      </div>
    </Form>
  )
}
