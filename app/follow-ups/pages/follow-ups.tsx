import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { listColleagues } from '#app/accounts/colleagues.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { inScope } from '#app/core/scope.server.ts'
import { ListForm, RefusedBanner, useListAnswers } from '#app/lists/views/list-answer.tsx'
import { ListPages } from '#app/lists/views/list-filters.tsx'
import { ListOrder } from '#app/lists/views/list-order.tsx'
import { respondToSearch } from '#app/tenants/sought-text.server.ts'
import { NothingFound } from '#app/tenants/views/list-search.tsx'
import { dateIn } from '#app/time/clock.ts'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader, Section, Stack } from '#app/ui/page.tsx'
import { groupByDue } from '../due-groups.ts'
import { followUpList } from '../filter.ts'
import { listFollowUps } from '../follow-ups.server.ts'
import { followUpsTopic } from '../live-topics.ts'
import { BulkBar } from '../views/bulk-bar.tsx'
import { FollowUpFilters } from '../views/follow-up-filters.tsx'
import { FollowUpTable, useFollowUpColumns } from '../views/follow-up-table.tsx'
import { NoFollowUps } from '../views/no-follow-ups.tsx'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'follow-up:read')
  const seesAll = can(actor, 'follow-up:read-all')
  const filter = followUpList.read(new URL(request.url).searchParams, seesAll ? {} : { who: 'mine' })
  const today = dateIn(actor.timeZone, new Date())
  return inScope(actor, async (tx) => {
    const { rows, counts, sought } = await listFollowUps(tx, actor, { filter, today })
    const groups =
      filter.state === 'open' && filter.sort === '' ? groupByDue(rows, today) : [{ group: filter.state, rows }]
    const colleagues = seesAll ? (await listColleagues(tx, actor)).filter((one) => can(one, 'follow-up:write')) : []
    return { groups: groups.filter((each) => each.rows.length > 0), counts, sought, colleagues, filter, today, seesAll }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'follow-up:read')
  return respondToSearch(request, actor)
}

export default function FollowUps() {
  const { groups, counts, sought, filter, today, seesAll, colleagues } = useLoaderData<typeof loader>()
  const words = useWords()
  const fetcher = useListAnswers(words)
  useLive([followUpsTopic])
  const columns = useFollowUpColumns({ today, seesAll, filter })
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} />
      <FollowUpFilters filter={filter} counts={counts} sought={sought} colleagues={colleagues} />
      <RefusedBanner words={words} />
      {groups.length === 0 &&
        (sought ? <NothingFound sought={sought} /> : <NoFollowUps filter={filter} counts={counts} />)}
      {groups.length > 0 && <ListOrder columns={columns} order={filter.sort} />}
      <ListForm fetcher={fetcher}>
        <Stack gap="wide">
          {groups.map(({ group, rows }) => (
            <Section
              key={group}
              title={group in words.groups ? words.groups[group as 'late'] : words.states[group as 'done']}
            >
              <FollowUpTable rows={rows} group={group} columns={columns} />
            </Section>
          ))}
          <ListPages list={followUpList} filter={filter} counts={counts} />
          {groups.length > 0 && (
            <BulkBar state={filter.state} today={today} colleagues={colleagues} isPending={fetcher.state !== 'idle'} />
          )}
        </Stack>
      </ListForm>
    </Page>
  )
}
