import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { ListForm, RefusedBanner, useListAnswers } from '#app/lists/views/list-answer.tsx'
import { ListOrder } from '#app/lists/views/list-order.tsx'
import { respondToSearch } from '#app/tenants/sought-text.server.ts'
import { NothingFound } from '#app/tenants/views/list-search.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { isLive } from '../campaign-steps.ts'
import { campaignOr404 } from '../campaigns.server.ts'
import { listComplexes, listTargets } from '../list-targets.server.ts'
import { listTeam } from '../spread-homes.server.ts'
import { openCount, readTargetFilter, targetFilterLink, targetsPerPage } from '../target-filter.ts'
import { useCampaign } from '../views/campaign-context.ts'
import { AllPages, MoveBar } from '../views/move-bar.tsx'
import { TargetFilters } from '../views/target-filters.tsx'
import { NoTargets, TargetTable, useTargetColumns } from '../views/target-table.tsx'
import { useWords } from '../words.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'tenant:read')
  const filter = readTargetFilter(new URL(request.url).searchParams)
  return inScope(actor, async (tx) => {
    const { id } = await campaignOr404(tx, actor, campaignIdIn(params))
    const team = (await listTeam(tx, actor, id)).map(({ accountId, name }) => ({ accountId, name }))
    const complexes = await listComplexes(tx, actor, id)
    return { filter, team, complexes, now: new Date(), ...(await listTargets(tx, actor, { campaignId: id, filter })) }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'tenant:read')
  return respondToSearch(request, actor)
}

export default function Addresses() {
  const { rows, counts, filter, sought, now, team, complexes } = useLoaderData<typeof loader>()
  const words = useWords().addresses
  const columns = useTargetColumns(filter, now)
  const fetcher = useListAnswers(words.moving, { areFieldsMarked: true })
  return (
    <Stack>
      <TargetFilters filter={filter} counts={counts} sought={sought} team={team} complexes={complexes} />
      <RefusedBanner words={words.moving} />
      {filter.state === 'unreachable' && rows.length > 0 && <p>{words.cardLead}</p>}
      {rows.length === 0 ? <Nothing /> : <ListOrder columns={columns} order={filter.sort} />}
      {rows.length > 0 && <Rows columns={columns} fetcher={fetcher} />}
      {rows.length > 0 && (
        <div>
          <LinkButton to={`file${targetFilterLink(filter, {})}`} relative="path" reloadDocument icon="download">
            {words.download}
          </LinkButton>
        </div>
      )}
    </Stack>
  )
}

type RowsProps = { columns: ReturnType<typeof useTargetColumns>; fetcher: ReturnType<typeof useListAnswers> }

/** The homes with their pages; of a campaign that runs they can be given to a colleague. */
function Rows({ columns, fetcher }: RowsProps) {
  const { rows, counts, filter, team } = useLoaderData<typeof loader>()
  const { campaign, mayWrite } = useCampaign()
  const open = openCount(filter, counts)
  const mayMove = mayWrite && isLive(campaign.state) && open > 0
  return (
    <ListForm fetcher={fetcher}>
      <Stack>
        {mayMove && open > targetsPerPage && <AllPages filter={filter} count={open} />}
        <TargetTable rows={rows} columns={columns} filter={filter} isSelectable={mayMove} />
        <Pagination
          page={filter.page}
          perPage={targetsPerPage}
          total={counts[filter.state]}
          to={(page) => targetFilterLink(filter, { page })}
        />
        {mayMove && <MoveBar campaignId={campaign.id} team={team} fetcher={fetcher} />}
      </Stack>
    </ListForm>
  )
}

function Nothing() {
  const { counts, filter, sought } = useLoaderData<typeof loader>()
  if (sought) return <NothingFound sought={sought} />
  return <NoTargets isFiltered={counts.all > 0 || Boolean(filter.caller || filter.complex)} />
}
