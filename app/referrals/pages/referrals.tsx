import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { inScope } from '#app/core/scope.server.ts'
import { BulkActionBar } from '#app/lists/bulk-action-bar.tsx'
import { FilterLinks } from '#app/lists/filter-links.tsx'
import { NoEnter, useListAnswers, useRefusedInAddress } from '#app/lists/list-answer.tsx'
import { dateIn } from '#app/time/clock.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader, Stack } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { attentions, filterLink, perPage, readFilter } from '../filter.ts'
import { referralsTopic } from '../live-topics.ts'
import { referralStates } from '../referral.ts'
import { listReferrals } from '../referrals.server.ts'
import { ReferralTable } from '../views/referral-table.tsx'
import { useReferralMessages } from '../views/use-referral-messages.ts'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'referral:read')
  const seesAll = can(actor, 'referral:read-all')
  const filter = readFilter(new URL(request.url).searchParams, seesAll)
  const today = dateIn(actor.timeZone, new Date())
  return { ...(await inScope(actor, (tx) => listReferrals(tx, actor, filter, today))), filter, today, seesAll }
}

export default function Referrals() {
  const { rows, counts, filter, today } = useLoaderData<typeof loader>()
  const words = useWords()
  const said = useReferralMessages()
  const fetcher = useListAnswers(said)
  const refused = useRefusedInAddress()
  const { pathname, search } = useLocation()
  useLive([referralsTopic])
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.lead}
        secondary={<LinkButton to="/agencies">{words.agencies.link}</LinkButton>}
      />
      <Filters />
      {refused && <Banner tone="attention">{said.refusal(refused)}</Banner>}
      {rows.length === 0 && <Nothing />}
      {rows.length > 0 && (
        <fetcher.Form method="post">
          <NoEnter />
          <input type="hidden" name="back" value={pathname + search} />
          <Stack>
            <ReferralTable rows={rows} today={today} />
            <Pagination
              page={filter.page}
              perPage={perPage}
              total={counts.total}
              to={(page) => filterLink(filter, { page })}
            />
            <BulkActionBar>
              <Button type="submit" formAction="/referrals/reminder">
                {words.steps['ask-later']}
              </Button>
              <Button type="submit" formAction="/referrals/notice">
                {words.steps.tell}
              </Button>
              <Button
                type="submit"
                variant="primary"
                formAction="/referrals/sending"
                isPending={fetcher.state !== 'idle'}
              >
                {words.steps.send}
              </Button>
            </BulkActionBar>
          </Stack>
        </fetcher.Form>
      )}
    </Page>
  )
}

function Filters() {
  const { filter, counts, seesAll } = useLoaderData<typeof loader>()
  const words = useWords()
  const whose = (['mine', 'everyone'] as const).map((who) => ({
    to: filterLink(filter, { who }),
    label: words.filters[who],
    count: counts.who[who],
    isCurrent: filter.who === who,
  }))
  const states = (['running', ...referralStates] as const).map((state) => ({
    to: filterLink(filter, { state }),
    label: state === 'running' ? words.running : words.states[state],
    count: counts.state[state],
    isCurrent: filter.state === state,
  }))
  const attention = attentions.map((each) => ({
    to: filterLink(filter, { attention: each }),
    label: words.attentions[each],
    count: counts.attention[each],
    isCurrent: filter.attention === each,
  }))
  return (
    <Stack gap="tight">
      {seesAll && <FilterLinks label={words.filters.who} choices={whose} />}
      <FilterLinks label={words.filters.attention} choices={attention} />
      <FilterLinks label={words.filters.state} choices={states} />
    </Stack>
  )
}

function Nothing() {
  const { filter, counts } = useLoaderData<typeof loader>()
  const { empty } = useWords()
  const isNarrowed = filter.attention !== 'any' || filter.state !== 'running' || counts.who.everyone > 0
  const said = isNarrowed ? empty.filtered : empty.none
  return (
    <EmptyState
      title={said.title}
      icon="people"
      action={isNarrowed && <LinkButton to="/referrals">{empty.showAll}</LinkButton>}
    >
      {said.text}
    </EmptyState>
  )
}
