import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { DateField, SelectField } from '#app/ui/field.tsx'
import { useFormErrors } from '#app/ui/form-errors.tsx'
import { Columns, Page, PageHeader, Section } from '#app/ui/page.tsx'
import { contractForm, contractOf, contractState, lastDay } from '../contract-form.ts'
import { letDeskServe, listContracts, listDesks } from '../desks.server.ts'
import { ContractList } from '../views/contract-list.tsx'
import { useWords } from '../words.ts'

/** Who answers for the corporation, and so sees something of its tenants: hers to give and to take back. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const now = new Date()
  const contracts = await inScope(actor, (tx) => listContracts(tx, actor))
  return {
    desks: (await listDesks()).map(({ id, name }) => ({ value: String(id), label: name })),
    contracts: contracts.map(({ deskId, name, servesFrom, servesUntil }) => ({
      deskId,
      name,
      from: dateIn(actor.timeZone, servesFrom),
      until: lastDay(actor.timeZone, servesUntil),
      state: contractState({ from: servesFrom, until: servesUntil }, now),
    })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const form = parseForm(contractForm, await readForm(request))
  if (!form.ok) return data({ errors: form.errors }, 400)
  const contract = contractOf(actor.timeZone, form.value, new Date())
  if (contract.until && contract.until <= contract.from)
    return data({ errors: { until: 'until-before-from' } as Record<string, string> }, 400)
  const answer = await letDeskServe(actor, form.value.deskId, contract)
  if (!answer.ok) return data({ errors: { deskId: answer.reason } as Record<string, string> }, 409)
  return redirect('/settings/desks?saved')
}

export default function DesksOfCorporation() {
  const { contracts, desks } = useLoaderData<typeof loader>()
  const { contracts: words } = useWords()
  const said = useSearchParams()[0]
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} back={{ to: '/settings', label: words.back }} />
      {said.has('saved') && <Banner isLive>{words.saved}</Banner>}
      {said.has('ended') && <Banner isLive>{words.ended}</Banner>}
      <Columns split="main-left">
        <Section title={words.list}>
          <ContractList contracts={contracts} hasLinks />
        </Section>
        <Section title={words.add} isPanel>
          {desks.length === 0 ? (
            <p className="text-ink-soft">{words.noDesks}</p>
          ) : (
            <ContractForm key={said.toString()} />
          )}
        </Section>
      </Columns>
    </Page>
  )
}

function ContractForm() {
  const { desks } = useLoaderData<typeof loader>()
  const { contracts: words, refusals } = useWords()
  const { errorOf, summary } = useFormErrors(useActionData<typeof action>()?.errors, refusals)
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      {summary}
      <SelectField name="deskId" label={words.desk} options={desks} error={errorOf('deskId')} />
      <DateField name="from" label={words.from} hint={words.fromHint} error={errorOf('from')} />
      <DateField name="until" label={words.until} hint={words.untilHint} error={errorOf('until')} />
      <div>
        <Button type="submit" variant="primary" isPending={useNavigation().formMethod === 'POST'}>
          {words.save}
        </Button>
      </div>
    </Form>
  )
}
