import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { FilterBar } from '#app/lists/views/filter-bar.tsx'
import { ListForm, RefusedBanner, useListAnswers } from '#app/lists/views/list-answer.tsx'
import { ListFilterLinks, ListPages } from '#app/lists/views/list-filters.tsx'
import { ListOrder } from '#app/lists/views/list-order.tsx'
import { respondToSearch } from '#app/tenants/sought-text.server.ts'
import { ListSearch, NothingFound } from '#app/tenants/views/list-search.tsx'
import { dateIn } from '#app/time/clock.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader, Stack } from '#app/ui/page.tsx'
import { gestureList } from '../filter.ts'
import { listGestures } from '../gestures.server.ts'
import { gesturesTopic } from '../live-topics.ts'
import { Budgets } from '../views/budgets.tsx'
import { GestureButtons } from '../views/gesture-buttons.tsx'
import { GestureTable, useGestureColumns } from '../views/gesture-table.tsx'
import { useShortage } from '../views/use-shortage.ts'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'gesture:read')
  const filter = gestureList.read(new URL(request.url).searchParams)
  const today = dateIn(actor.timeZone, new Date())
  return { ...(await inScope(actor, (tx) => listGestures(tx, actor, { filter, today }))), filter, today }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'gesture:read')
  return respondToSearch(request, actor)
}

export default function Gestures() {
  const { rows, counts, budgets, sought, filter, today } = useLoaderData<typeof loader>()
  const words = useWords()
  const columns = useGestureColumns({ today, filter })
  const fetcher = useListAnswers(words)
  useLive([gesturesTopic])
  const shortage = useShortage(fetcher.data)
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.lead}
        action={<PaperLink kind={filter.kind} isOn={sought !== '' || counts.state.approved > 0} />}
      />
      <Filters />
      <RefusedBanner words={words} />
      {shortage && (
        <Banner tone="attention" isLive>
          {shortage}
        </Banner>
      )}
      {rows.length === 0 && <Nothing />}
      {rows.length > 0 && <ListOrder columns={columns} order={filter.sort} />}
      {rows.length > 0 && (
        <ListForm fetcher={fetcher}>
          <Stack>
            <GestureTable rows={rows} state={filter.state} columns={columns} />
            <ListPages list={gestureList} filter={filter} counts={counts} />
            <GestureButtons state={filter.state} isPending={fetcher.state !== 'idle'} />
          </Stack>
        </ListForm>
      )}
      {budgets.length > 0 && <Budgets budgets={budgets} />}
    </Page>
  )
}

function Nothing() {
  const { sought, filter } = useLoaderData<typeof loader>()
  const empty = useWords().empty[filter.state]
  if (sought) return <NothingFound sought={sought} />
  return (
    <EmptyState title={empty.title} icon="card">
      {empty.text}
    </EmptyState>
  )
}

function Filters() {
  const { counts, sought, filter } = useLoaderData<typeof loader>()
  const { filters, states, kindsMany } = useWords()
  const shown = { list: gestureList, filter, counts }
  return (
    <FilterBar search={<ListSearch sought={sought} />} chosen={gestureList.chosen(filter)}>
      <ListFilterLinks {...shown} part="state" label={filters.state} labels={states} />
      <ListFilterLinks {...shown} part="kind" label={filters.kind} labels={{ any: filters.all, ...kindsMany }} />
    </FilterBar>
  )
}

function PaperLink({ kind, isOn }: { kind: string; isOn: boolean }) {
  const words = useWords()
  if (!isOn) return null
  const paper = kind === 'flowers' ? 'flowers' : 'card'
  return (
    <LinkButton to={`/gestures/labels?kind=${paper}`} icon="card" variant="primary">
      {paper === 'flowers' ? words.chooseOrder : words.chooseLabels}
    </LinkButton>
  )
}
