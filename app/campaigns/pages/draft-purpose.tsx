import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { campaignOr404 } from '../campaigns.server.ts'
import { updateCampaign } from '../create-campaign.server.ts'
import { stepPath } from '../views/draft-steps.ts'
import { errorsOf, FormProblems } from '../views/form-problems.tsx'
import { PurposeFields } from '../views/purpose-fields.tsx'
import { purposeForm } from '../views/purpose-form.ts'
import { StepBar } from '../views/step-bar.tsx'
import { formResponse } from './campaign-answers.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  return { campaign: await inScope(actor, (tx) => campaignOr404(tx, actor, campaignIdIn(params))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const campaignId = campaignIdIn(params)
  const form = parseForm(purposeForm, await readForm(request))
  if (!form.ok) return data({ ok: false as const, errors: form.errors }, 400)
  return formResponse(await updateCampaign(actor, campaignId, form.value), () => redirect(stepPath(campaignId, 'whom')))
}

export default function DraftPurpose() {
  const { campaign } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Form method="post" className="flex flex-col gap-6" noValidate>
      <FormProblems answer={answer} />
      <div className="flex max-w-2xl flex-col gap-6">
        <PurposeFields values={campaign} errors={errorsOf(answer)} />
      </div>
      <StepBar campaignId={campaign.id} step="purpose" />
    </Form>
  )
}
