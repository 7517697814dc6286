import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useSearchParams } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { inScope } from '#app/core/scope.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { civilDateOf, dateText } from '#app/ui/format.ts'
import { useTimeZone } from '#app/ui/language.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { PrintHead } from '#app/ui/print-head.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { findFiguresOf } from '../campaign-figures.server.ts'
import type { CampaignFigures } from '../campaign-figures.ts'
import type { CampaignState } from '../campaign-steps.ts'
import { campaignOr404 } from '../campaigns.server.ts'
import { campaignTopic } from '../live-topics.ts'
import { seesAddresses, seesSetUp } from '../views/campaign-access.ts'
import { CampaignBadge, isDiscarded } from '../views/campaign-badge.tsx'
import { useNumber } from '../views/figure-text.tsx'
import { FlashBanner } from '../views/flash-banner.tsx'
import { StateButton } from '../views/state-button.tsx'
import { useFiguresText } from '../views/use-figures-text.ts'
import { useWords } from '../words.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:read')
  const may = { write: can(actor, 'campaign:write'), seeSetUp: seesSetUp(actor), seeAddresses: seesAddresses(actor) }
  return inScope(actor, async (tx) => {
    const { id, name, state, launchedAt, closedAt } = await campaignOr404(tx, actor, campaignIdIn(params))
    const figures = await findFiguresOf(tx, actor, id)
    const paper = { organisation: actor.corporationName, on: dateIn(actor.timeZone, new Date()) }
    return { campaign: { id, name, state, launchedAt, closedAt }, figures, may, paper }
  })
}

export default function Campaign() {
  const { campaign, figures, may, paper } = useLoaderData<typeof loader>()
  const words = useWords().campaign
  const number = useNumber()
  const zone = useTimeZone()
  const hasFlash = useSearchParams()[0].has('flash')
  const { id, name, state, closedAt } = campaign
  const ended = isDiscarded(campaign) ? words.discardedOn : words.closedOn
  useLive([campaignTopic(id)])
  return (
    <Page>
      <PrintHead {...paper} />
      <PageHeader
        title={name}
        state={<CampaignBadge campaign={campaign} />}
        meta={closedAt ? ended(dateText(civilDateOf(closedAt, zone))) : words.homes(number(figures.total))}
        back={{ to: '/campaigns', label: words.back }}
        action={may.write && <StateButton campaign={campaign} />}
        secondary={
          may.write &&
          state !== 'closed' && (
            <LinkButton variant="plain" to={`/campaigns/${id}/closure`}>
              {words.close}
            </LinkButton>
          )
        }
      />
      <FlashBanner isDiscarded={isDiscarded(campaign)} />
      {state === 'paused' && !hasFlash && <Banner>{words.pausedLead}</Banner>}
      {figures.total > 0 && <FiguresBar figures={figures} state={state} />}
      <CampaignTabs campaignId={id} may={may} toDo={number(figures.toDo)} />
      <Outlet context={{ campaign, mayWrite: may.write }} />
    </Page>
  )
}

function FiguresBar({ figures, state }: { figures: CampaignFigures; state: CampaignState }) {
  const { all } = useFiguresText(figures, state)
  return (
    <Progress
      label={useWords().campaign.progress}
      isLabelHidden
      value={figures.reached}
      max={figures.total}
      text={all}
    />
  )
}

type May = { seeSetUp: boolean; seeAddresses: boolean }

function CampaignTabs({ campaignId, may, toDo }: { campaignId: string; may: May; toDo: string }) {
  const { tabs, tabsLabel } = useWords().campaign
  const base = `/campaigns/${campaignId}`
  if (!may.seeSetUp) return null
  const addresses = may.seeAddresses ? [{ to: `${base}/addresses`, label: tabs.addresses, count: toDo }] : []
  return (
    <Tabs
      label={tabsLabel}
      tabs={[
        { to: base, label: tabs.progress, end: true },
        { to: `${base}/callers`, label: tabs.callers },
        ...addresses,
        { to: `${base}/script`, label: tabs.script },
        { to: `${base}/policy`, label: tabs.policy },
      ]}
    />
  )
}
