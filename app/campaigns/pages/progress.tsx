import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { notFound } from '#app/core/http-errors.ts'
import { inScope } from '#app/core/scope.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Columns, Section, Stack } from '#app/ui/page.tsx'
import { findProgress, type Progress } from '../campaign-progress.server.ts'
import { type Campaign, campaignOr404 } from '../campaigns.server.ts'
import { plannedToDo } from '../planned-days.ts'
import { seesAddresses } from '../views/campaign-access.ts'
import { isDiscarded } from '../views/campaign-badge.tsx'
import { useCampaign } from '../views/campaign-context.ts'
import { Needs } from '../views/needs.tsx'
import { Outcomes } from '../views/outcomes.tsx'
import { ProgressChart } from '../views/progress-chart.tsx'
import { ProgressFigures } from '../views/progress-figures.tsx'
import { Standstill } from '../views/standstill.tsx'
import { useWords } from '../words.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:read')
  const now = new Date()
  const today = dateIn(actor.timeZone, now)
  return inScope(actor, async (tx) => {
    const campaign = await campaignOr404(tx, actor, campaignIdIn(params))
    if (campaign.state === 'draft' && can(actor, 'campaign:write')) throw redirect(`/campaigns/${campaign.id}/draft`)
    const progress = await findProgress(tx, actor, { campaignId: campaign.id, now })
    if (!progress) throw notFound()
    const seesNames = seesAddresses(actor)
    const planned = plannedFor(campaign, progress, actor.timeZone)
    return { progress: shownTo(progress, seesNames), planned, now, today, seesNames }
  })
}

const few = 5

/** Not who called how much; and a handful of people is not told to who may not know who they are. */
function shownTo({ callers: _, ...progress }: Progress, seesNames: boolean) {
  if (seesNames) return progress
  const isEnough = ({ conversations }: { conversations: number }) => conversations >= few
  return {
    ...progress,
    topics: progress.topics.filter(isEnough),
    wellbeing: progress.wellbeing.filter(isEnough),
  }
}

/** What was meant to be left at the end of each day of the chart. */
function plannedFor({ policy, launchedAt }: Campaign, progress: Progress, zone: string): number[] {
  const { days } = progress
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  const callers = progress.callers.filter(({ hasLeft }) => !hasLeft).length
  const from = launchedAt && dateIn(zone, launchedAt) < first.on ? dateIn(zone, launchedAt) : first.on
  const planned = plannedToDo({
    total: progress.figures.total,
    callers,
    policy,
    zone,
    from,
    until: last.on,
  })
  return planned.filter(({ on }) => on >= first.on).map(({ toDo }) => toDo)
}

export default function CampaignProgress() {
  const { progress, planned, now, today, seesNames } = useLoaderData<typeof loader>()
  const { campaign } = useCampaign()
  const words = useWords().progress
  const isOpen = campaign.state !== 'closed'
  const listTo = seesNames ? `/campaigns/${campaign.id}/addresses` : undefined
  if (campaign.state === 'draft') return <EmptyState title={words.noDays}>{words.noDaysDraft}</EmptyState>
  if (isDiscarded(campaign)) return <EmptyState title={words.discarded}>{words.discardedLead}</EmptyState>
  return (
    <Stack gap="wide">
      <span data-one-sheet hidden />
      <ProgressFigures progress={progress} isOpen={isOpen} today={today} listTo={listTo} />
      <Columns split="main-left">
        <Section title={words.byDay} isPanel>
          <ProgressChart
            days={progress.days}
            planned={planned}
            finishOn={isOpen ? progress.plan.finishOn : null}
            today={today}
          />
        </Section>
        {isOpen && <Standstill progress={progress} now={now} listTo={listTo} />}
      </Columns>
      <Columns>
        <Outcomes progress={progress} />
        <Needs progress={progress} hidesFew={!seesNames} />
      </Columns>
    </Stack>
  )
}
