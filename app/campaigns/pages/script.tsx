import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize, refusedAccess } from '#app/accounts/authorize.server.ts'
import { parseInput } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { campaignOr404 } from '../campaigns.server.ts'
import { updateCampaign } from '../create-campaign.server.ts'
import { exampleNames } from '../fill-script.ts'
import { scriptSchema } from '../script.ts'
import { seesSetUp } from '../views/campaign-access.ts'
import { useCampaign } from '../views/campaign-context.ts'
import { SaveBar } from '../views/save-bar.tsx'
import { readScript } from '../views/script-blocks.ts'
import { ScriptForm } from '../views/script-form.tsx'
import { ScriptText } from '../views/script-text.tsx'
import { useLastAnswer } from '../views/use-last-answer.ts'
import { useWords } from '../words.ts'
import { formResponse } from './campaign-answers.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:read')
  if (!seesSetUp(actor)) throw await refusedAccess(actor, 'campaign:write')
  const { script } = await inScope(actor, (tx) => campaignOr404(tx, actor, campaignIdIn(params)))
  return { script, names: exampleNames(actor) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const campaignId = campaignIdIn(params)
  const form = parseInput(scriptSchema, readScript(await readForm(request)))
  if (!form.ok) return data({ ok: false as const, errors: form.errors }, 400)
  return formResponse(await updateCampaign(actor, campaignId, { script: form.value }), () => ({ ok: true as const }))
}

export default function CampaignScript() {
  const { script, names } = useLoaderData<typeof loader>()
  const { campaign, mayWrite } = useCampaign()
  const { answer, touch } = useLastAnswer(useActionData<typeof action>())
  const words = useWords()
  if (!mayWrite || campaign.state === 'closed') return <ScriptText script={script} names={names} />
  return (
    <ScriptForm script={script} names={names} answer={answer} onChange={touch} lead={words.script.liveLead}>
      <SaveBar isSaved={answer?.ok === true} />
    </ScriptForm>
  )
}
