import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { inScope } from '#app/core/scope.server.ts'
import { hoursText } from '#app/lines/hours-text.ts'
import { readLines } from '#app/lines/line-page.server.ts'
import { HoldsBadge } from '#app/lines/views/shown-holds.tsx'
import { useWords as useLineWords } from '#app/lines/words.ts'
import { dateIn } from '#app/time/clock.ts'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { contractState, lastDay } from '../contract-form.ts'
import { endContract, listContracts } from '../desks.server.ts'
import { ContractList } from '../views/contract-list.tsx'
import { useWords } from '../words.ts'

const idOf = ({ deskId = '' }: LoaderFunctionArgs['params']) => {
  if (!/^[1-9]\d{0,8}$/.test(deskId)) throw notFound()
  return Number(deskId)
}

/** One that answers for the corporation: until when, and by the hours of which lines. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const deskId = idOf(params)
  const now = new Date()
  const { timeZone: zone } = actor
  const contract = (await inScope(actor, (tx) => listContracts(tx, actor))).find((one) => one.deskId === deskId)
  if (!contract) throw notFound()
  const { servesFrom: from, servesUntil: until } = contract
  const { lines } = await readLines(actor, { zone, now })
  return {
    contract: {
      deskId,
      name: contract.name,
      from: dateIn(zone, from),
      until: lastDay(zone, until),
      state: contractState({ from, until }, now),
    },
    lines: lines.map(({ id, name, hours, holds }) => ({ id, name, hours, holds })),
    today: dateIn(zone, now),
  }
}

/** DELETE: from now on it sees nothing of the corporation. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  if (!(await endContract(actor, idOf(params)))) throw notFound()
  return redirect('/settings/desks?ended')
}

export default function DeskOfCorporation() {
  const { contract, lines, today } = useLoaderData<typeof loader>()
  const { contracts: words } = useWords()
  const lineWords = useLineWords()
  return (
    <Page>
      <PageHeader title={contract.name} back={{ to: '/settings/desks', label: words.title }} />
      <ContractList contracts={[contract]} />
      <Section title={words.lines}>
        <Table
          caption={words.lines}
          isCaptionHidden
          rows={lines}
          rowKey={({ id }) => id}
          empty={<p className="text-ink-soft">{lineWords.none}</p>}
          columns={[
            { key: 'name', label: lineWords.line, cell: ({ name }) => name },
            { key: 'now', label: lineWords.now, cell: ({ holds }) => <HoldsBadge holds={holds} /> },
            {
              key: 'hours',
              label: words.hours,
              cell: ({ hours }) => hoursText(hours, contract.deskId, { today, words: lineWords }) || lineWords.never,
            },
          ]}
        />
      </Section>
    </Page>
  )
}
