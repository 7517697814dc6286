import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData, useNavigation, useRevalidator } from '@remix-run/react'
import { lazy, Suspense, useEffect } from 'react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { campaignTopic } from '#app/campaigns/live-topics.ts'
import { inScope } from '#app/core/scope.server.ts'
import { headingName } from '#app/tenants/names.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Columns, Page, PageHeader, Stack } from '#app/ui/page.tsx'
import { claimNext } from '../claim-next.server.ts'
import { listDrafts } from '../list-drafts.server.ts'
import { listLastCalls } from '../own-conversations.server.ts'
import { countSpokenToday, readOwnList } from '../own-list.server.ts'
import { useTodayWords } from '../today-words.ts'
import { NothingLeft } from '../views/nothing-left.tsx'
import { OwnCampaigns, OwnDrafts, OwnMoments } from '../views/own-list-table.tsx'
import { whyNothingLeft } from '../why-nothing-left.server.ts'
import { useWords } from '../words.ts'

// Before the first call there is none.
const LastCalls = lazy(async () => ({ default: (await import('../views/last-calls.tsx')).LastCalls }))

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  const now = new Date()
  const { searchParams } = new URL(request.url)
  const isSaved = searchParams.has('saved')
  const list = await inScope(actor, async (tx) => {
    const own = await readOwnList(tx, actor, now)
    return {
      ...own,
      drafts: await listDrafts(tx, actor, own.claimed),
      lastCalls: await listLastCalls(tx, actor),
      spokenToday: isSaved ? await countSpokenToday(tx, actor, now) : null,
    }
  })
  const isAnybodyThere = list.claimed !== null || list.isSomebodyReady
  const hasFoundNobody = searchParams.has('nobody')
  const why = isAnybodyThere && !hasFoundNobody ? null : await whyNothingLeft(actor, now, null)
  // Looked at again each time: the address may be older than what it says.
  const nothing = list.claimed !== null || why?.isSomebodyReady ? null : why
  return {
    ...list,
    nothing: nothing && { ...nothing, nextAt: nothing.nextAt?.toISOString() ?? null },
    topic: todayTopic(actor.accountId),
    now: now.toISOString(),
  }
}

/** "Volgende bellen": takes the next home, or comes back to the page that says why there is none. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  const claim = await claimNext(actor, new Date())
  throw redirect(claim.ok ? `/calls/${claim.targetId}` : '/calls?nobody')
}

export default function Calls() {
  const { campaigns, claimed, left, nothing, now, topic, spokenToday, ...lists } = useLoaderData<typeof loader>()
  const { lastCalls, appointments, retries, retryCount, drafts } = lists
  const words = useWords().list
  const todayWords = useTodayWords()
  const language = useLanguage()
  useLive([topic, ...campaigns.map(({ id }) => campaignTopic(id))])
  useLookAgainAt(nothing?.nextAt ?? null, now)
  const number = (value: number) => numberText(value, language)
  const toGo = campaigns.length > 0 ? words.left(number(left), left === 1) : undefined
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={claimed ? headingName(claimed, language) : toGo}
        action={!nothing && <NextForm isClaimed={claimed !== null} />}
        secondary={campaigns.length > 0 && <LinkButton to="/ring-backs">{words.ringBack}</LinkButton>}
      />
      {spokenToday !== null && <Banner isLive>{todayWords.spokenToday(spokenToday)}</Banner>}
      {nothing && <NothingLeft nothing={nothing} now={now} />}
      <Columns split="even">
        <Stack gap="wide">
          <OwnDrafts drafts={drafts} now={now} />
          {campaigns.length > 0 && <OwnCampaigns campaigns={campaigns} />}
        </Stack>
        <Stack gap="wide">
          <OwnMoments title={words.appointments} moments={appointments} now={now} />
          <OwnMoments
            title={words.retries}
            lead={retryCount > retries.length ? words.retriesMore(number(retryCount)) : words.retriesLead}
            moments={retries}
            now={now}
          />
          <Suspense>{lastCalls.length > 0 && <LastCalls calls={lastCalls} now={now} />}</Suspense>
        </Stack>
      </Columns>
    </Page>
  )
}

function NextForm({ isClaimed }: { isClaimed: boolean }) {
  const words = useWords().list
  const isBusy = useNavigation().formAction === '/calls'
  return (
    <Form method="post" noValidate>
      <Button type="submit" variant="primary" icon="phone" keys="enter" isPending={isBusy}>
        {isClaimed ? words.nextFirst : words.next}
      </Button>
    </Form>
  )
}

const longestWaitMs = 6 * 3_600_000

/** The page fills by itself when somebody is free again: no event tells that time has passed. */
function useLookAgainAt(at: string | null, now: string) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!at) return
    const wait = Math.min(longestWaitMs, Math.max(1_000, Date.parse(at) - Date.parse(now)))
    const timer = setTimeout(revalidate, wait)
    return () => clearTimeout(timer)
  }, [at, now, revalidate])
}
