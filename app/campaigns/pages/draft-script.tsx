import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseInput } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { campaignOr404 } from '../campaigns.server.ts'
import { updateCampaign } from '../create-campaign.server.ts'
import { exampleNames } from '../fill-script.ts'
import { scriptSchema } from '../script.ts'
import { stepPath } from '../views/draft-steps.ts'
import { readScript } from '../views/script-blocks.ts'
import { ScriptForm } from '../views/script-form.tsx'
import { StepBar } from '../views/step-bar.tsx'
import { formResponse } from './campaign-answers.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const { id, script } = await inScope(actor, (tx) => campaignOr404(tx, actor, campaignIdIn(params)))
  return { campaignId: id, script, names: exampleNames(actor) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const campaignId = campaignIdIn(params)
  const form = parseInput(scriptSchema, readScript(await readForm(request)))
  if (!form.ok) return data({ ok: false as const, errors: form.errors }, 400)
  const answer = await updateCampaign(actor, campaignId, { script: form.value })
  return formResponse(answer, () => redirect(stepPath(campaignId, 'team')))
}

export default function DraftScript() {
  const { campaignId, script, names } = useLoaderData<typeof loader>()
  return (
    <ScriptForm script={script} names={names} answer={useActionData<typeof action>()}>
      <StepBar campaignId={campaignId} step="script" />
    </ScriptForm>
  )
}
