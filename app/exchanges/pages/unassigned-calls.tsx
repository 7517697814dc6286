import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, useSearchParams } from '@remix-run/react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { Table } from '#app/ui/table.tsx'
import { readUnassignedCalls } from '../exchange-pages.server.ts'
import { useWords } from '../words.ts'

/** Calls that came in on a number of nobody: whoever answers says whose they are. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:see')
  return readUnassignedCalls(actor, new Date())
}

export default function UnassignedCalls() {
  const words = useWords()
  const said = useSearchParams()[0]
  const refusal = said.get('refused')
  return (
    <Page>
      <PageHeader title={words.unassigned} meta={words.unassignedLead} back={{ to: '/desk', label: words.back }} />
      {said.has('assigned') && <Banner isLive>{words.assigned}</Banner>}
      {said.has('popped') && (
        <Banner tone="attention" isLive>
          {words.pop.ofNobody}
        </Banner>
      )}
      {refusal && (
        <Banner tone="attention" isLive>
          {words.refusals[refusal] ?? words.refusals.other}
        </Banner>
      )}
      <CallTable />
    </Page>
  )
}

function CallTable() {
  const { calls, now } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <Table
      caption={words.unassigned}
      isCaptionHidden
      rows={calls}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={words.noUnassigned} icon="check">
          {words.noUnassignedHint}
        </EmptyState>
      }
      columns={[
        { key: 'rang', label: words.rang, cell: ({ startedAt }) => <MomentText at={startedAt} now={now} /> },
        { key: 'caller', label: words.caller, hasControls: true, cell: (call) => <Caller {...call} /> },
        { key: 'dialled', label: words.dialled, cell: ({ dialled, exchange }) => dialled ?? exchange },
        { key: 'state', label: words.callState, cell: ({ state }) => words.callStates[state] },
        { key: 'assign', label: words.assignTo, hasControls: true, cell: ({ id }) => <Assign id={id} /> },
      ]}
    />
  )
}

function Caller({ phone, isHidden }: { phone: { e164: string; text: string } | null; isHidden: boolean }) {
  const words = useWords()
  if (phone) return <PhoneLink number={phone.e164} text={phone.text} />
  return isHidden ? words.hidden : words.unknownNumber
}

function Assign({ id }: { id: string }) {
  const { choices } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <Form method="put" action={`/desk/unassigned-calls/${id}`} className="flex flex-wrap items-end gap-2" noValidate>
      <SelectField
        id={`line-${id}`}
        name="line"
        label={words.assignTo}
        isLabelHidden
        placeholder={words.chooseLine}
        options={choices}
      />
      <Button type="submit">{words.assign}</Button>
    </Form>
  )
}
