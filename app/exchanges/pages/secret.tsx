import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { env } from '#app/core/env.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useFormErrors } from '#app/ui/form-errors.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { eventAddress, showsSecret } from '../event-address.ts'
import { bringsOwnKey } from '../exchange.ts'
import { keyFor } from '../exchange-forms.ts'
import { readExchange } from '../exchange-pages.server.ts'
import { changeSecret, endFormerSecret } from '../exchanges.server.ts'
import { ShownOnce } from '../views/shown-once.tsx'
import { useWords } from '../words.ts'

/** Another secret for an exchange, while the present one goes on working. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:manage')
  const { exchange } = await readExchange(actor, params.exchangeId)
  return { exchange, isTheirs: bringsOwnKey(exchange.kind) }
}

/** POST makes another and shows it this once; DELETE ends the former. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:manage')
  const { exchange } = await readExchange(actor, params.exchangeId)
  const { id, kind } = exchange
  if (request.method === 'DELETE') {
    if (!(await endFormerSecret(actor, id))) throw notFound()
    return redirect(`/desk/exchanges/${id}/secret?ended`)
  }
  const form = parseForm(z.object({ key: keyFor(kind) }), await readForm(request))
  if (!form.ok) return data({ errors: form.errors, made: null, isSaved: false }, 400)
  const answer = await changeSecret(actor, id, form.value.key)
  if (!answer.ok)
    return data({ errors: { key: answer.reason } as Record<string, string>, made: null, isSaved: false }, 409)
  const address = eventAddress({ id, kind }, { publicUrl: env().publicUrl, secret: answer.secret })
  const made = answer.secret && { id, address, secret: showsSecret(kind) ? answer.secret : null }
  return { errors: {}, made, isSaved: true }
}

export default function SecretPage() {
  const { exchange } = useLoaderData<typeof loader>()
  const words = useWords()
  const answer = useActionData<typeof action>()
  return (
    <Page width="narrow">
      <PageHeader
        title={words.secretTitle}
        meta={words.secretLead}
        back={{ to: `/desk/exchanges/${exchange.id}`, label: exchange.name }}
      />
      {useSearchParams()[0].has('ended') && !answer && <Banner isLive>{words.formerEnded}</Banner>}
      {answer?.made && <ShownOnce {...answer.made} title={words.newSecretMade} isLast />}
      {answer?.isSaved && !answer.made && <Banner isLive>{words.keySaved}</Banner>}
      {exchange.hasFormerSecret ? <EndFormer /> : <NewSecret />}
    </Page>
  )
}

function NewSecret() {
  const { isTheirs } = useLoaderData<typeof loader>()
  const words = useWords()
  const { errorOf, summary } = useFormErrors(useActionData<typeof action>()?.errors, words.refusals)
  const label = isTheirs ? words.newKey : words.newSecret
  return (
    <Section title={label} isPanel>
      <Form method="post" className="flex flex-col gap-4" noValidate>
        {summary}
        {isTheirs && <TextField name="key" label={words.key} error={errorOf('key')} autoComplete="off" />}
        <div>
          <Button type="submit" variant="primary">
            {label}
          </Button>
        </div>
      </Form>
    </Section>
  )
}

function EndFormer() {
  const words = useWords()
  return (
    <Section title={words.endFormer} lead={words.bothHold} isPanel>
      <Form method="delete" noValidate>
        <Button type="submit">{words.endFormer}</Button>
      </Form>
    </Section>
  )
}
