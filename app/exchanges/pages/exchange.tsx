import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { authorizeDesk, type DeskActor, inHand } from '#app/accounts/authorize.server.ts'
import { env } from '#app/core/env.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Columns, Page, PageHeader, Section, Stack } from '#app/ui/page.tsx'
import { addDialledNumbers } from '../dialled-numbers.server.ts'
import { eventAddress, screenPopAddress } from '../event-address.ts'
import { numbersForm, settingsForm } from '../exchange-forms.ts'
import { readExchange } from '../exchange-pages.server.ts'
import { changeExchange, endExchange } from '../exchanges.server.ts'
import { NumberForm } from '../views/number-form.tsx'
import { NumberTable } from '../views/number-table.tsx'
import { ScreenPopAddress, SetUp } from '../views/set-up.tsx'
import { SettingsForm } from '../views/settings-form.tsx'
import { useWords } from '../words.ts'

/** One telephone exchange: what to fill in there, whose line its numbers ring, and how it is set up. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:manage')
  const found = await readExchange(actor, params.exchangeId)
  const { publicUrl } = env()
  return {
    ...found,
    address: eventAddress(found.exchange, { publicUrl, secret: null }),
    screenPop: screenPopAddress(found.exchange, publicUrl),
  }
}

/** POST adds numbers, PUT changes it, DELETE ends it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:manage')
  const { exchange } = await readExchange(actor, params.exchangeId)
  const { id } = exchange
  if (request.method === 'POST') return addNumbers(actor, id, await readForm(request))
  if (request.method === 'DELETE') {
    if (!(await endExchange(actor, id))) throw notFound()
    return redirect('/desk/exchanges?ended')
  }
  const form = parseForm(settingsForm, await readForm(request))
  if (!form.ok) return data({ about: 'settings' as const, errors: form.errors }, 400)
  if (!(await changeExchange(actor, id, form.value))) throw notFound()
  return redirect(`/desk/exchanges/${id}?saved`)
}

async function addNumbers(actor: DeskActor, id: string, posted: Parameters<typeof parseForm>[1]) {
  const form = parseForm(numbersForm, posted)
  const refused = (errors: Record<string, string>) => data({ about: 'numbers' as const, errors }, 400)
  if (!form.ok) return refused(form.errors)
  const { line, numbers } = form.value
  const answer = await addDialledNumbers(inHand(actor, line.corporationId), id, { numbers, ...line })
  if (!answer.ok) return refused({ [answer.reason === 'no-such-line' ? 'line' : 'numbers']: answer.reason })
  return redirect(`/desk/exchanges/${id}?saved`)
}

export default function ExchangePage() {
  const { exchange, choices, numbers, address, screenPop } = useLoaderData<typeof loader>()
  const words = useWords()
  const refused = useActionData<typeof action>()
  const errorsAbout = (about: 'numbers' | 'settings') => (refused?.about === about ? refused.errors : undefined)
  return (
    <Page>
      <PageHeader
        title={exchange.name}
        meta={words.kinds[exchange.kind]}
        back={{ to: '/desk/exchanges', label: words.title }}
        secondary={<LinkButton to={`/desk/exchanges/${exchange.id}/secret`}>{words.secretTitle}</LinkButton>}
      />
      {useSearchParams()[0].has('saved') && <Banner isLive>{words.saved}</Banner>}
      <Columns split="main-left">
        <Stack gap="wide">
          <SetUp exchange={exchange} address={address} />
          <Section title={words.numbers} lead={words.numbersLead}>
            <NumberTable exchangeId={exchange.id} numbers={numbers} />
          </Section>
          <ScreenPopAddress address={screenPop} />
        </Stack>
        <Stack gap="wide">
          <Section title={words.addNumbers} isPanel>
            <NumberForm key={numbers.length} choices={choices} errors={errorsAbout('numbers')} />
          </Section>
          <Section title={words.settings} isPanel>
            <SettingsForm exchange={exchange} errors={errorsAbout('settings')} />
          </Section>
          <End />
        </Stack>
      </Columns>
    </Page>
  )
}

function End() {
  const words = useWords()
  return (
    <Section title={words.end} lead={words.endLead} isPanel>
      <Form method="delete" noValidate>
        <Button type="submit">{words.end}</Button>
      </Form>
    </Section>
  )
}
