import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { inScope } from '#app/core/scope.server.ts'
import { BulkActionBar } from '#app/lists/views/bulk-action-bar.tsx'
import { FilterBar } from '#app/lists/views/filter-bar.tsx'
import { ListForm, RefusedBanner, useListAnswers } from '#app/lists/views/list-answer.tsx'
import { ListFilterLinks, ListPages } from '#app/lists/views/list-filters.tsx'
import { ListOrder } from '#app/lists/views/list-order.tsx'
import { respondToSearch } from '#app/tenants/sought-text.server.ts'
import { ListSearch, NothingFound } from '#app/tenants/views/list-search.tsx'
import { dateIn } from '#app/time/clock.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader, Stack } from '#app/ui/page.tsx'
import { referralList } from '../filter.ts'
import { referralsTopic } from '../live-topics.ts'
import { listReferrals } from '../referrals.server.ts'
import { ReferralTable, useReferralColumns } from '../views/referral-table.tsx'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'referral:read')
  const seesAll = can(actor, 'referral:read-all')
  const filter = referralList.read(new URL(request.url).searchParams, seesAll ? {} : { who: 'mine' })
  const today = dateIn(actor.timeZone, new Date())
  return { ...(await inScope(actor, (tx) => listReferrals(tx, actor, { filter, today }))), filter, today, seesAll }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'referral:read')
  return respondToSearch(request, actor)
}

export default function Referrals() {
  const { rows, counts, filter, today } = useLoaderData<typeof loader>()
  const words = useWords()
  const columns = useReferralColumns({ today, filter })
  const fetcher = useListAnswers(words)
  useLive([referralsTopic])
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.lead}
        secondary={<LinkButton to="/agencies">{words.agencies.link}</LinkButton>}
      />
      <Filters />
      <RefusedBanner words={words} />
      {rows.length === 0 ? <Nothing /> : <ListOrder columns={columns} order={filter.sort} />}
      {rows.length > 0 && (
        <ListForm fetcher={fetcher}>
          <Stack>
            <ReferralTable rows={rows} columns={columns} />
            <ListPages list={referralList} filter={filter} counts={counts} />
            <ReferralButtons isPending={fetcher.state !== 'idle'} />
          </Stack>
        </ListForm>
      )}
    </Page>
  )
}

/** What can be done with all ticked referrals at once. */
function ReferralButtons({ isPending }: { isPending: boolean }) {
  const words = useWords()
  return (
    <BulkActionBar>
      <Button type="submit" formAction="/referrals/reminder">
        {words.steps['ask-later']}
      </Button>
      <Button type="submit" formAction="/referrals/notice">
        {words.steps.tell}
      </Button>
      <Button type="submit" variant="primary" formAction="/referrals/sending" isPending={isPending}>
        {words.steps.send}
      </Button>
    </BulkActionBar>
  )
}

function Filters() {
  const { counts, sought, filter, seesAll } = useLoaderData<typeof loader>()
  const words = useWords()
  const { filters } = words
  const shown = { list: referralList, filter, counts }
  return (
    <FilterBar
      search={<ListSearch sought={sought} />}
      chosen={referralList.chosen(seesAll ? filter : { ...filter, who: 'everyone' })}
    >
      {seesAll && <ListFilterLinks {...shown} part="who" label={filters.who} labels={filters} />}
      <ListFilterLinks {...shown} part="attention" label={filters.attention} labels={words.attentions} />
      <ListFilterLinks
        {...shown}
        part="state"
        label={filters.state}
        labels={{ running: words.running, ...words.states }}
      />
    </FilterBar>
  )
}

function Nothing() {
  const { filter, counts, sought } = useLoaderData<typeof loader>()
  const { empty } = useWords()
  if (sought) return <NothingFound sought={sought} />
  const isNarrowed = filter.attention !== 'any' || filter.state !== 'running' || counts.who.everyone > 0
  const message = isNarrowed ? empty.filtered : empty.none
  return (
    <EmptyState
      title={message.title}
      icon="people"
      action={isNarrowed && <LinkButton to="/referrals">{empty.showAll}</LinkButton>}
    >
      {message.text}
    </EmptyState>
  )
}
