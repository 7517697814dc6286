import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { campaignOr404 } from '../campaigns.server.ts'
import { listTeam } from '../spread-homes.server.ts'
import { stepPath } from '../views/draft-steps.ts'
import { campaignIdIn } from './campaign-id.server.ts'

/** Goes on where the draft was left. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const { campaign, team } = await inScope(actor, async (tx) => {
    const found = await campaignOr404(tx, actor, campaignIdIn(params))
    return { campaign: found, team: await listTeam(tx, actor, found.id) }
  })
  const isPurposeClear = campaign.purpose && campaign.legalBasis && campaign.reasonToCall
  throw redirect(stepPath(campaign.id, !isPurposeClear ? 'purpose' : team.length === 0 ? 'whom' : 'start'))
}
