import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { campaignOr404 } from '../campaigns.server.ts'
import { CampaignBadge } from '../views/campaign-badge.tsx'
import { draftSteps, useDraftSteps } from '../views/draft-steps.ts'
import { useWords } from '../words.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const { id, name, state } = await inScope(actor, (tx) => campaignOr404(tx, actor, campaignIdIn(params)))
  if (state !== 'draft') throw redirect(`/campaigns/${id}`)
  return { id, name, state }
}

/** A campaign that is being made: every step has an address, so a reload or a bookmark comes back to it. */
export default function Draft() {
  const { id, name, state } = useLoaderData<typeof loader>()
  const words = useWords().draft
  const steps = useDraftSteps(id)
  const { pathname } = useLocation()
  const current = Math.max(1, draftSteps.findIndex((step) => pathname.endsWith(`/${step}`)) + 1)
  return (
    <Page>
      <PageHeader
        title={name}
        state={<CampaignBadge campaign={{ state, launchedAt: null }} />}
        meta={words.kept}
        back={{ to: '/campaigns', label: words.back }}
        secondary={
          <LinkButton variant="plain" to={`/campaigns/${id}/closure`}>
            {words.discard}
          </LinkButton>
        }
      />
      <Steps label={words.label} steps={steps} current={current} />
      <Outlet />
    </Page>
  )
}
