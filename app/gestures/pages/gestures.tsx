import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { FilterLinks } from '#app/lists/filter-links.tsx'
import { NoEnter, useListAnswers, useRefusedInAddress } from '#app/lists/list-answer.tsx'
import { dateIn } from '#app/time/clock.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader, Stack } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { filterLink, perPage, readFilter } from '../filter.ts'
import { gestureKinds, gestureStates } from '../gesture.ts'
import { listGestures } from '../gestures.server.ts'
import { gesturesTopic } from '../live-topics.ts'
import { Budgets } from '../views/budgets.tsx'
import { GestureButtons } from '../views/gesture-buttons.tsx'
import { GestureTable } from '../views/gesture-table.tsx'
import { useGestureMessages } from '../views/use-gesture-messages.ts'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'gesture:read')
  const filter = readFilter(new URL(request.url).searchParams)
  const today = dateIn(actor.timeZone, new Date())
  return { ...(await inScope(actor, (tx) => listGestures(tx, actor, filter, today))), filter, today }
}

export default function Gestures() {
  const { rows, counts, budgets, filter, today } = useLoaderData<typeof loader>()
  const words = useWords()
  const said = useGestureMessages()
  const fetcher = useListAnswers(said)
  const refused = useRefusedInAddress()
  const { pathname, search } = useLocation()
  useLive([gesturesTopic])
  const shortage = fetcher.data && !fetcher.data.ok ? said.shortage(fetcher.data) : null
  const empty = words.empty[filter.state]
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.lead}
        action={<PaperLink kind={filter.kind} isOn={counts.state.approved > 0} />}
      />
      <Filters />
      {refused && <Banner tone="attention">{said.refusal(refused)}</Banner>}
      {shortage && (
        <Banner tone="attention" isLive>
          {shortage}
        </Banner>
      )}
      {rows.length === 0 && (
        <EmptyState title={empty.title} icon="card">
          {empty.text}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <fetcher.Form method="post">
          <NoEnter />
          <input type="hidden" name="back" value={pathname + search} />
          <Stack>
            <GestureTable rows={rows} state={filter.state} today={today} />
            <Pagination
              page={filter.page}
              perPage={perPage}
              total={counts.total}
              to={(page) => filterLink(filter, { page })}
            />
            <GestureButtons state={filter.state} isPending={fetcher.state !== 'idle'} />
          </Stack>
        </fetcher.Form>
      )}
      {budgets.length > 0 && <Budgets budgets={budgets} />}
    </Page>
  )
}

function Filters() {
  const { counts, filter } = useLoaderData<typeof loader>()
  const words = useWords()
  const states = gestureStates.map((state) => ({
    to: filterLink(filter, { state }),
    label: words.states[state],
    count: counts.state[state],
    isCurrent: filter.state === state,
  }))
  const kinds = (['any', ...gestureKinds] as const).map((kind) => ({
    to: filterLink(filter, { kind }),
    label: kind === 'any' ? words.filters.all : words.kindsMany[kind],
    count: counts.kind[kind],
    isCurrent: filter.kind === kind,
  }))
  return (
    <Stack gap="tight">
      <FilterLinks label={words.filters.state} choices={states} />
      <FilterLinks label={words.filters.kind} choices={kinds} />
    </Stack>
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
