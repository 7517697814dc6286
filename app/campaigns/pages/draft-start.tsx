import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type Actor, authorize, refusedAccess } from '#app/accounts/authorize.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { countFor } from '#app/segments/selection.server.ts'
import { CriteriaSentence } from '#app/segments/views/criteria-sentence.tsx'
import { SelectionFunnel } from '#app/segments/views/selection-funnel.tsx'
import { dateIn } from '#app/time/clock.ts'
import { Columns, Section, Stack } from '#app/ui/page.tsx'
import { findProgress } from '../campaign-progress.server.ts'
import { launchRefusals } from '../campaign-steps.ts'
import { type Campaign, campaignOr404 } from '../campaigns.server.ts'
import { planOf } from '../plan.ts'
import { listTeam, previewSpread, type SpreadPreview } from '../spread-homes.server.ts'
import { FlashBanner } from '../views/flash-banner.tsx'
import { PlanFigures } from '../views/plan-figures.tsx'
import { SpreadView } from '../views/spread-view.tsx'
import { StartBar } from '../views/start-bar.tsx'
import { StillMissing } from '../views/still-missing.tsx'
import { useWords } from '../words.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const now = new Date()
  const today = dateIn(actor.timeZone, now)
  const { campaign, spread, callers } = await inScope(actor, async (tx) => {
    const found = await campaignOr404(tx, actor, campaignIdIn(params))
    const team = await listTeam(tx, actor, found.id)
    return {
      campaign: found,
      callers: team,
      spread: found.spreadAt ? await spreadSoFar(tx, actor, { campaign: found, now }) : null,
    }
  })
  const options = { today, timeZone: actor.timeZone, campaignId: campaign.id, restDays: campaign.policy.restDays }
  const counted = await countFor(actor, campaign.criteria, options)
  if (!counted.ok) throw await refusedAccess(actor, 'tenant:read-circumstances')
  const planned = spread ? null : await previewSpread(actor, campaign.id, today)
  const shown = spread ?? (planned?.ok ? planned.preview : null)
  const homes = shown?.homes ?? counted.counts.homes
  const hoursOffered = callers.map(({ hours }) => hours)
  const plan = planOf({
    ...nothingDone,
    toDo: homes,
    hoursOffered,
    policy: campaign.policy,
    zone: actor.timeZone,
    today,
  })
  const missing = launchRefusals({ ...campaign, callers: callers.length, targets: homes })
  return { campaign, counts: counted.counts, spread: shown, plan, homes, missing, now, today }
}

const nothingDone = { reached: 0, finished: 0, attempts: 0, minutesSpent: 0, startedOn: null }

async function spreadSoFar(
  tx: Tx,
  actor: Actor,
  { campaign: { id }, now }: { campaign: Campaign; now: Date },
): Promise<SpreadPreview | null> {
  const progress = await findProgress(tx, actor, { campaignId: id, now })
  if (!progress) return null
  const callers = progress.callers.filter(({ hasLeft }) => !hasLeft)
  const { total } = progress.figures
  return { homes: total, callers, pool: total - callers.reduce((sum, { homes }) => sum + homes, 0) }
}

export default function DraftStart() {
  const { campaign, counts, spread, plan, homes, missing, now, today } = useLoaderData<typeof loader>()
  const words = useWords().start
  return (
    <Stack gap="wide">
      <FlashBanner />
      <StillMissing campaignId={campaign.id} missing={missing} />
      <Columns split="main-left">
        <Stack gap="wide">
          <Section title={words.plan} isPanel>
            <PlanFigures plan={plan} homes={homes} today={today} />
          </Section>
          {spread && <SpreadView spread={spread} spreadAt={campaign.spreadAt} now={now} />}
        </Stack>
        <Section title={words.whom} lead={<CriteriaSentence criteria={campaign.criteria} />} isPanel>
          <SelectionFunnel criteria={campaign.criteria} counts={counts} />
        </Section>
      </Columns>
      <StartBar campaignId={campaign.id} isSpread={campaign.spreadAt !== null} isReady={missing.length === 0} />
    </Stack>
  )
}
