import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type Actor, authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { findProgress } from '../campaign-progress.server.ts'
import { isLive } from '../campaign-steps.ts'
import { type CampaignRow, listCampaigns } from '../campaigns.server.ts'
import { campaignsTopic, campaignTopic } from '../live-topics.ts'
import { isDiscarded } from '../views/campaign-badge.tsx'
import { ClosedTable, DiscardedTable, DraftTable, RunningTable, type Standing } from '../views/campaign-table.tsx'
import { useWords } from '../words.ts'

/** Of so many campaigns that are being called the figures are worked out; nobody runs more at once. */
const mostWithFigures = 20

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:read')
  const mayWrite = can(actor, 'campaign:write')
  return inScope(actor, async (tx) => {
    const rows = await listCampaigns(tx, actor)
    const live = rows.filter(({ state }) => isLive(state))
    return {
      mayWrite,
      live: await withStanding(tx, actor, live),
      drafts: mayWrite ? rows.filter(({ state }) => state === 'draft') : [],
      closed: rows.filter((row) => row.state === 'closed' && !isDiscarded(row)),
      discarded: mayWrite ? rows.filter(isDiscarded) : [],
    }
  })
}

async function withStanding(tx: Tx, actor: Actor, rows: CampaignRow[]): Promise<(CampaignRow & Standing)[]> {
  const standing: (CampaignRow & Standing)[] = []
  for (const [index, row] of rows.entries()) {
    const progress =
      index < mostWithFigures ? await findProgress(tx, actor, { campaignId: row.id, now: new Date() }) : null
    standing.push({ ...row, finishOn: progress?.plan.finishOn ?? null, blocked: progress?.blocked[0] ?? null })
  }
  return standing
}

export default function Campaigns() {
  const { live, drafts, closed, discarded, mayWrite } = useLoaderData<typeof loader>()
  const words = useWords()
  useLive([campaignsTopic, ...live.map(({ id }) => campaignTopic(id))])
  const create = mayWrite && (
    <LinkButton variant="primary" icon="plus" to="/campaigns/new">
      {words.list.create}
    </LinkButton>
  )
  const isEmpty = live.length + drafts.length + closed.length + discarded.length === 0
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} action={create} />
      {isEmpty && (
        <EmptyState title={words.list.empty}>{mayWrite ? words.list.emptyLead : words.list.emptyReader}</EmptyState>
      )}
      {!isEmpty && (
        <Section title={words.list.running}>
          <RunningTable caption={words.list.running} rows={live} empty={<NoneRunning mayWrite={mayWrite} />} />
        </Section>
      )}
      {drafts.length > 0 && (
        <Section title={words.list.drafts}>
          <DraftTable caption={words.list.drafts} rows={drafts} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section title={words.list.closed}>
          <ClosedTable caption={words.list.closed} rows={closed} />
        </Section>
      )}
      {discarded.length > 0 && (
        <Disclosure label={`${words.list.discarded} (${discarded.length})`}>
          <DiscardedTable caption={words.list.discarded} rows={discarded} />
        </Disclosure>
      )}
    </Page>
  )
}

function NoneRunning({ mayWrite }: { mayWrite: boolean }) {
  const words = useWords().list
  return <EmptyState title={words.noneRunning}>{mayWrite ? words.noneRunningLead : words.emptyReader}</EmptyState>
}
