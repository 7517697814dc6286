import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { authorize, refusedAccess } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { parseForm, parseInput } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { mayUse } from '#app/segments/criteria-permissions.ts'
import { CriteriaSentence } from '#app/segments/views/criteria-sentence.tsx'
import { dateText } from '#app/ui/format.ts'
import { Section, Stack } from '#app/ui/page.tsx'
import { policySchema } from '../calling-policy.ts'
import { campaignOr404 } from '../campaigns.server.ts'
import { updateCampaign } from '../create-campaign.server.ts'
import { seesSetUp } from '../views/campaign-access.ts'
import { useCampaign } from '../views/campaign-context.ts'
import { errorsOf, FormProblems } from '../views/form-problems.tsx'
import { PolicyFields } from '../views/policy-fields.tsx'
import { PolicyText } from '../views/policy-text.tsx'
import { PurposeFields } from '../views/purpose-fields.tsx'
import { purposeForm } from '../views/purpose-form.ts'
import { PurposeText } from '../views/purpose-text.tsx'
import { readPolicy } from '../views/read-policy.ts'
import { SaveBar } from '../views/save-bar.tsx'
import { useLastAnswer } from '../views/use-last-answer.ts'
import { useWords } from '../words.ts'
import { formResponse } from './campaign-answers.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:read')
  if (!seesSetUp(actor)) throw await refusedAccess(actor, 'campaign:write')
  const { criteria, ...campaign } = await inScope(actor, (tx) => campaignOr404(tx, actor, campaignIdIn(params)))
  const { name, purpose, legalBasis, reasonToCall, budgetCents, policy, drawnOn } = campaign
  const isForTheirEyes = mayUse(criteria, (permission) => can(actor, permission))
  return {
    values: { name, purpose, legalBasis, reasonToCall, budgetCents },
    policy,
    drawnOn,
    criteria: isForTheirEyes ? criteria : null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const campaignId = campaignIdIn(params)
  const form = await readForm(request)
  const purpose = parseForm(purposeForm, form)
  const policy = parseInput(policySchema, readPolicy(form))
  if (!purpose.ok || !policy.ok) {
    return data(
      { ok: false as const, errors: { ...(purpose.ok ? {} : purpose.errors), ...(policy.ok ? {} : policy.errors) } },
      400,
    )
  }
  const answer = await updateCampaign(actor, campaignId, { ...purpose.value, policy: policy.value })
  return formResponse(answer, () => ({ ok: true as const }))
}

export default function CampaignPolicy() {
  const { values, policy } = useLoaderData<typeof loader>()
  const { campaign, mayWrite } = useCampaign()
  const { answer, touch } = useLastAnswer(useActionData<typeof action>())
  const words = useWords()
  if (!mayWrite || campaign.state === 'closed') return <ReadOnly />
  return (
    <Form method="post" onChange={touch} className="flex flex-col gap-8" noValidate>
      <FormProblems answer={answer} />
      <Whom />
      <Section title={words.policy.rulesTitle} isPanel>
        <PolicyFields policy={policy} errors={errorsOf(answer)} />
      </Section>
      <Section title={words.policy.purposeTitle} isPanel>
        <div className="flex max-w-2xl flex-col gap-6">
          <PurposeFields values={values} errors={errorsOf(answer)} />
        </div>
      </Section>
      <SaveBar isSaved={answer?.ok === true} />
    </Form>
  )
}

function ReadOnly() {
  const { values, policy } = useLoaderData<typeof loader>()
  const words = useWords().policy
  return (
    <Stack gap="wide">
      <Whom />
      <Section title={words.rulesTitle} isPanel>
        <PolicyText policy={policy} />
      </Section>
      <Section title={words.purposeTitle} isPanel>
        <PurposeText {...values} />
      </Section>
    </Stack>
  )
}

function Whom() {
  const { criteria, drawnOn } = useLoaderData<typeof loader>()
  const words = useWords().policy
  return (
    <Section title={words.whomTitle} isPanel>
      <p>
        {criteria ? <CriteriaSentence criteria={criteria} /> : words.whomHidden}.{' '}
        {drawnOn && words.frozen(dateText(drawnOn))}
      </p>
    </Section>
  )
}
