import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { listColleagues } from '#app/accounts/colleagues.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { inScope } from '#app/core/scope.server.ts'
import { ListForm, RefusedBanner, useListAnswers } from '#app/lists/views/list-answer.tsx'
import { ListPages } from '#app/lists/views/list-filters.tsx'
import { dateIn } from '#app/time/clock.ts'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader, Section, Stack } from '#app/ui/page.tsx'
import { groupByDue } from '../due-groups.ts'
import { followUpList } from '../filter.ts'
import { listFollowUps } from '../follow-ups.server.ts'
import { followUpsTopic } from '../live-topics.ts'
import { BulkBar } from '../views/bulk-bar.tsx'
import { FollowUpFilters } from '../views/follow-up-filters.tsx'
import { FollowUpTable } from '../views/follow-up-table.tsx'
import { NoFollowUps } from '../views/no-follow-ups.tsx'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'follow-up:read')
  const seesAll = can(actor, 'follow-up:read-all')
  const filter = followUpList.read(new URL(request.url).searchParams, seesAll ? {} : { who: 'mine' })
  const today = dateIn(actor.timeZone, new Date())
  return inScope(actor, async (tx) => {
    const { rows, counts } = await listFollowUps(tx, actor, { filter, today })
    const groups = filter.state === 'open' ? groupByDue(rows, today) : [{ group: filter.state, rows }]
    const colleagues = seesAll ? await listColleagues(tx, actor) : []
    return { groups: groups.filter((each) => each.rows.length > 0), counts, colleagues, filter, today, seesAll }
  })
}

export default function FollowUps() {
  const { groups, counts, filter, today, seesAll, colleagues } = useLoaderData<typeof loader>()
  const words = useWords()
  const fetcher = useListAnswers(words)
  useLive([followUpsTopic])
  const shared = { today, seesAll, state: filter.state }
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} />
      <FollowUpFilters filter={filter} counts={counts} seesAll={seesAll} />
      <RefusedBanner words={words} />
      {groups.length === 0 && <NoFollowUps filter={filter} counts={counts} />}
      <ListForm fetcher={fetcher}>
        <Stack gap="wide">
          {groups.map(({ group, rows }) => (
            <Section
              key={group}
              title={group in words.groups ? words.groups[group as 'late'] : words.states[group as 'done']}
            >
              <FollowUpTable rows={rows} group={group} {...shared} />
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
