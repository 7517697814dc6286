import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { dialable } from '#app/tenants/phone-text.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { callerOf } from '../call-numbers.ts'
import { screenPopForm } from '../exchange-forms.ts'
import { openScreenPop } from '../screen-pop.server.ts'
import { useWords } from '../words.ts'

/** What a phone opens with a call. It shows who rings and changes nothing: any page may send somebody to an address. */
export async function loader({ request }: LoaderFunctionArgs) {
  await authorizeDesk(request, 'desk:see')
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const said = screenPopForm.safeParse({ ...asked, call: known(asked.call) || uuidV7() })
  if (!said.success) return { pop: null, caller: null }
  const { phone, isHidden } = callerOf(known(said.data.number))
  return { pop: said.data, caller: { text: phone && dialable(phone).text, isHidden } }
}

/** A phone that does not know something leaves the braces as they were. */
const known = (text: string | undefined) => (text && !/^\{.*\}$/.test(text) ? text : '')

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:see')
  const form = parseForm(screenPopForm, await readForm(request))
  if (!form.ok) return data({ isUnknown: true }, 400)
  const { exchange, number, dialled, call } = form.value
  const pop = { exchangeId: exchange, number: known(number), dialled: known(dialled), call }
  const answer = await openScreenPop(actor, pop)
  if (!answer.ok) return data({ isUnknown: true }, 404)
  return redirect(answer.contactId ? `/contacts/${answer.contactId}` : '/desk/unassigned-calls?popped')
}

export default function ScreenPopPage() {
  const { pop, caller } = useLoaderData<typeof loader>()
  const words = useWords()
  const refused = useActionData<typeof action>()
  // A number stands in no history of a browser.
  useEffect(() => window.history.replaceState(window.history.state, '', '/screen-pop'), [])
  if (!pop || refused?.isUnknown)
    return (
      <Page width="narrow">
        <PageHeader title={words.pop.title} back={{ to: '/desk', label: words.back }} />
        <Banner tone="attention">{words.pop.unknownExchange}</Banner>
      </Page>
    )
  return (
    <Page width="narrow">
      <PageHeader title={words.pop.title} meta={words.pop.lead} />
      <Section title={caller?.text ?? (caller?.isHidden ? words.hidden : words.unknownNumber)} isPanel>
        <Form method="post" action="/screen-pop" noValidate>
          {Object.entries(pop).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" variant="primary" autoFocus>
            {words.pop.open}
          </Button>
        </Form>
      </Section>
    </Page>
  )
}
