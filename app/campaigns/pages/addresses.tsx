import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { FilterLinks } from '#app/lists/views/filter-links.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { campaignOr404 } from '../campaigns.server.ts'
import { listTargets } from '../list-targets.server.ts'
import { listTeam } from '../spread-homes.server.ts'
import { readTargetFilter, targetFilterLink, targetFilterStates, targetsPerPage } from '../target-filter.ts'
import { TargetTable } from '../views/target-table.tsx'
import { useWords } from '../words.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'tenant:read')
  const filter = readTargetFilter(new URL(request.url).searchParams)
  return inScope(actor, async (tx) => {
    const { id } = await campaignOr404(tx, actor, campaignIdIn(params))
    const team = filter.caller ? await listTeam(tx, actor, id) : []
    const callerName = team.find(({ accountId }) => accountId === filter.caller)?.name ?? null
    return { filter, callerName, now: new Date(), ...(await listTargets(tx, actor, { campaignId: id, filter })) }
  })
}

export default function Addresses() {
  const { rows, counts, filter, callerName, now } = useLoaderData<typeof loader>()
  const words = useWords().addresses
  const choices = targetFilterStates.map((state) => ({
    to: targetFilterLink(filter, { state }),
    label: words.states[state],
    count: counts[state],
    isCurrent: state === filter.state,
  }))
  return (
    <Stack>
      {!filter.blocked && <FilterLinks label={words.filter} choices={choices} />}
      <Narrowed callerName={callerName} />
      {filter.state === 'unreachable' && rows.length > 0 && <p>{words.cardLead}</p>}
      <TargetTable rows={rows} filter={filter} total={counts.all} now={now} />
      <Pagination
        page={filter.page}
        perPage={targetsPerPage}
        total={counts[filter.state]}
        to={(page) => targetFilterLink(filter, { page })}
      />
    </Stack>
  )
}

/** What the list was narrowed to from another page, and the way back. */
function Narrowed({ callerName }: { callerName: string | null }) {
  const { filter } = useLoaderData<typeof loader>()
  const all = useWords()
  const words = all.addresses
  if (!filter.blocked && !filter.caller) return null
  const what = [
    filter.blocked && all.progress.blocked[filter.blocked],
    filter.caller && (filter.caller === 'pool' ? words.nobody : words.ofCaller(callerName ?? '')),
  ]
  return (
    <Row>
      <p className="font-bold">
        {words.only}: {what.filter(Boolean).join(', ')}
      </p>
      <LinkButton variant="plain" icon="cross" to={targetFilterLink(filter, { blocked: undefined, caller: undefined })}>
        {words.clear}
      </LinkButton>
    </Row>
  )
}
