import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lazy, Suspense } from 'react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { countSpokenToday } from '#app/calls/own-list.server.ts'
import { useTodayWords as useCallWords } from '#app/calls/today-words.ts'
import { TodayCard as CallingCard } from '#app/calls/views/today-card.tsx'
import { campaignTopic } from '#app/campaigns/live-topics.ts'
import { urgentTopic } from '#app/conversations/live-topics.ts'
import { inScope } from '#app/core/scope.server.ts'
import { followUpsTopic } from '#app/follow-ups/live-topics.ts'
import { useLatePromises, useOwnPromises } from '#app/follow-ups/views/today-tasks.ts'
import { gesturesTopic } from '#app/gestures/live-topics.ts'
import { useGesturesToDo } from '#app/gestures/views/today-tasks.ts'
import { nightsTopic } from '#app/nights/live-topics.ts'
import { referralsTopic } from '#app/referrals/live-topics.ts'
import { useOwnReferrals } from '#app/referrals/views/today-tasks.ts'
import { tenantReportsTopic } from '#app/tenants/live-topics.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { weekdayText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { TaskList } from '#app/ui/task-list.tsx'
import { todayTopic } from '../live-topics.ts'
import { readToday, type Today } from '../read-today.server.ts'
import { useWords } from '../words.ts'

// Most callers have none of these, so their first page loads without.
const UrgentCard = lazy(async () => ({ default: (await import('#app/conversations/views/today-card.tsx')).TodayCard }))
const CampaignsCard = lazy(async () => ({ default: (await import('#app/campaigns/views/today-card.tsx')).TodayCard }))
const Administration = lazy(async () => ({ default: (await import('../views/administration.tsx')).Administration }))
const HandoversCard = lazy(async () => ({ default: (await import('#app/handovers/views/today-card.tsx')).TodayCard }))
const NightCard = lazy(async () => ({ default: (await import('#app/nights/views/today-card.tsx')).TodayCard }))
const ReportsCard = lazy(async () => ({ default: (await import('#app/tenants/views/today-card.tsx')).TodayCard }))

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'today:see')
  const now = new Date()
  const today = await readToday(actor, now)
  const isSaved = new URL(request.url).searchParams.has('saved')
  return {
    ...today,
    spokenToday: isSaved && today.calling ? await inScope(actor, (tx) => countSpokenToday(tx, actor, now)) : null,
    firstName: actor.name.split(' ')[0] ?? actor.name,
    topic: todayTopic(actor.accountId),
    mayImport: can(actor, 'tenant-list:import'),
    mayCreate: can(actor, 'campaign:write'),
  }
}

export default function TodayPage() {
  const data = useLoaderData<typeof loader>()
  const words = useWords()
  const callWords = useCallWords()
  const language = useLanguage()
  const campaigns = [...(data.campaigns ?? []), ...(data.calling?.campaigns ?? [])].map(({ id }) => campaignTopic(id))
  useLive([
    data.topic,
    followUpsTopic,
    referralsTopic,
    gesturesTopic,
    urgentTopic,
    tenantReportsTopic,
    nightsTopic,
    ...campaigns,
  ])
  const { hasTenants, urgent, urgentNumbers, calling, steering, promised, administration, now, today } = data
  return (
    <Page>
      <PageHeader title={words.title(data.firstName)} meta={words.meta(weekdayText(today, today, language))} />
      {data.spokenToday !== null && <Banner isLive>{callWords.spokenToday(data.spokenToday)}</Banner>}
      <Suspense>
        {hasTenants && urgentNumbers && <UrgentCard urgent={urgent ?? []} numbers={urgentNumbers} now={now} />}
        {data.night && <NightCard night={data.night} />}
        {data.reports && data.reports.length > 0 && <ReportsCard reports={data.reports} now={now} />}
        {data.handovers.length > 0 && <HandoversCard handovers={data.handovers} />}
        {!hasTenants && <Start mayImport={data.mayImport} />}
        {hasTenants && calling && (
          <CallingCard calling={calling} isHiddenWithoutTeam={data.campaigns !== null} today={today} now={now} />
        )}
        {hasTenants && steering && <Steering steering={steering} />}
        {hasTenants && promised && <OwnPromises promised={promised} />}
        {hasTenants && data.campaigns && (
          <CampaignsCard campaigns={data.campaigns} today={today} mayCreate={data.mayCreate} />
        )}
        {administration && <Administration administration={administration} now={now} />}
      </Suspense>
    </Page>
  )
}

function Start({ mayImport }: { mayImport: boolean }) {
  const words = useWords().start
  return (
    <EmptyState
      title={words.title}
      icon="upload"
      action={
        mayImport && (
          <LinkButton to="/imports" variant="primary" icon="upload">
            {words.import}
          </LinkButton>
        )
      }
    >
      {mayImport ? words.lead : words.wait}
    </EmptyState>
  )
}

/** What waits for whoever runs the campaigns; each module says what waits of its own. */
function Steering({ steering }: { steering: NonNullable<Today['steering']> }) {
  const words = useWords().steering
  const tasks = [...useLatePromises(steering), ...useGesturesToDo(steering)]
  return <TaskList title={words.title} none={words.none} tasks={tasks} />
}

function OwnPromises({ promised }: { promised: NonNullable<Today['promised']> }) {
  const words = useWords().own
  const tasks = [...useOwnPromises(promised), ...useOwnReferrals(promised)]
  return <TaskList title={words.title} none={words.none} tasks={tasks} />
}
