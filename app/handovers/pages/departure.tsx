import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listMembers } from '#app/accounts/accounts.server.ts'
import { authorize } from '#app/accounts/authorize.server.ts'
import { type Role, roles } from '#app/accounts/roles.ts'
import { useWords as useAccountWords } from '#app/accounts/words.ts'
import { homeTakers } from '#app/campaigns/home-takers.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { readHoldings } from '../holdings.server.ts'
import { leave, listHeirs } from '../leave.server.ts'
import { keepsPromises } from '../take-over.server.ts'
import { DepartureForm } from '../views/departure-form.tsx'
import { HoldingsSection } from '../views/holdings-section.tsx'
import { useWords } from '../words.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const accountId = params.accountId ?? ''
  return inScope(actor, async (tx) => {
    const member = (await listMembers(tx, actor)).find((one) => one.accountId === accountId)
    if (!member) throw notFound()
    return {
      member: { accountId, name: member.name },
      role: newRole(request),
      holdings: await readHoldings(tx, actor, accountId),
      heirs: (await listHeirs(tx, actor, accountId)).map(({ accountId: id, name }) => ({ accountId: id, name })),
      today: dateIn(actor.timeZone, new Date()),
    }
  })
}

const schema = z.object({
  heir: z.union([z.uuid(), z.literal('').transform(() => null)], 'no-such-colleague').default(null),
  taker: z.enum(homeTakers).default('all'),
})

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const accountId = params.accountId ?? ''
  if (!isUuid(accountId)) throw notFound()
  const form = parseForm(schema, await readForm(request))
  if (!form.ok) return data({ reason: 'no-such-colleague' }, 400)
  const answer = await leave(actor, { accountId, role: newRole(request), ...form.value }, new Date())
  if (answer.ok) return redirect('/accounts')
  if (answer.reason === 'not-found') throw notFound()
  return data({ reason: answer.reason }, 400)
}

/** The role they get, in the address of the page, in which nobody calls; none when their access ends. */
function newRole(request: Request): Role | null {
  const asked = new URL(request.url).searchParams.get('role')
  if (asked === null) return null
  const role = roles.find((one) => one === asked && !keepsPromises(one))
  if (!role) throw notFound()
  return role
}

export default function Departure() {
  const { member, role, holdings, heirs, today } = useLoaderData<typeof loader>()
  const reason = useActionData<typeof action>()?.reason
  const words = useWords()
  const accounts = useAccountWords()
  const { accountId, name } = member
  return (
    <Page width="narrow">
      <PageHeader
        title={role ? words.titleRole(name) : words.title(name)}
        meta={role ? words.leadRole(name, accounts.roles[role]) : words.lead(name)}
        back={{ to: `/accounts/${accountId}`, label: words.back }}
      />
      <HoldingsSection name={name} holdings={holdings} today={today} />
      <DepartureForm
        total={holdings.total}
        heirs={heirs}
        submit={role ? words.submitRole : words.submit}
        reason={reason && (words.refusals[reason] ?? accounts.refusals[reason])}
      />
    </Page>
  )
}
