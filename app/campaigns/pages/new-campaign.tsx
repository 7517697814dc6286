import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { type Actor, authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { isUuid, uuidV7 } from '#app/core/uuid.server.ts'
import type { Criteria } from '#app/segments/criteria.ts'
import { criteriaFromUrl } from '#app/segments/criteria-from-url.server.ts'
import { decodeCriteria, encodeCriteria } from '#app/segments/encode-criteria.ts'
import { presets } from '#app/segments/presets.ts'
import { findSegment } from '#app/segments/segments.server.ts'
import { refusalOf } from '#app/segments/selection.server.ts'
import { CriteriaSentence } from '#app/segments/views/criteria-sentence.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { ActionBar, Page, PageHeader } from '#app/ui/page.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { campaignDefaults } from '../campaign-defaults.server.ts'
import { createCampaign } from '../create-campaign.server.ts'
import { defaultScripts } from '../script.ts'
import { useDraftSteps } from '../views/draft-steps.ts'
import { errorsOf, FormProblems } from '../views/form-problems.tsx'
import { PurposeFields } from '../views/purpose-fields.tsx'
import { newCampaignForm } from '../views/purpose-form.ts'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const { budgetCents } = await inScope(actor, (tx) => campaignDefaults(tx, actor))
  return { key: uuidV7(), criteria: await chosenCriteria(actor, request), budgetCents }
}

/** `?segment=` is a saved selection, `?criteria=` one that was just made; without either it begins with 80 and over. */
async function chosenCriteria(actor: Actor, request: Request): Promise<Criteria> {
  const { searchParams } = new URL(request.url)
  const segmentId = searchParams.get('segment') ?? ''
  if (isUuid(segmentId)) {
    const segment = await inScope(actor, (tx) => findSegment(tx, actor, segmentId))
    if (segment && !refusalOf(actor, segment.criteria)) return segment.criteria
  }
  const fromUrl = searchParams.has('criteria') ? criteriaFromUrl(actor, request) : null
  // Never a campaign of whoever is left when a rule is not there: the selection says which one is still open.
  if (fromUrl?.problem === 'criteria-unfinished') throw redirect(`/selection?${searchParams}`)
  return fromUrl && !fromUrl.problem ? fromUrl.criteria : { all: [presets['80-plus']] }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const form = parseForm(newCampaignForm, await readForm(request))
  if (!form.ok) return data({ ok: false as const, errors: form.errors }, 400)
  const { key, criteria, ...purpose } = form.value
  const parsed = decodeCriteria(criteria)
  if (!parsed.ok) return data(parsed, 400)
  const { policy } = await inScope(actor, (tx) => campaignDefaults(tx, actor))
  const answer = await createCampaign(actor, key, {
    ...purpose,
    criteria: parsed.criteria,
    script: [...defaultScripts[isAboutAge(parsed.criteria) ? 'eighty-plus' : 'general']],
    policy,
  })
  if (!answer.ok) return data(answer, 409)
  return redirect(`/campaigns/${answer.campaignId}/draft/whom`)
}

const isAboutAge = (criteria: Criteria) => JSON.stringify(criteria).includes('"age"')

export default function NewCampaign() {
  const { key, criteria, budgetCents } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isBusy = useNavigation().state === 'submitting'
  const words = useWords()
  return (
    <Page>
      <PageHeader
        title={words.draft.title}
        meta={words.draft.lead}
        back={{ to: '/campaigns', label: words.draft.back }}
      />
      <Steps label={words.draft.label} steps={useDraftSteps()} current={1} />
      <FormProblems answer={answer} />
      <div className="max-w-2xl">
        <Banner title={words.whom.now}>
          <CriteriaSentence criteria={criteria} />. {words.whom.adjustNext}
        </Banner>
      </div>
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="criteria" value={encodeCriteria(criteria)} />
        <div className="flex max-w-2xl flex-col gap-6">
          <PurposeFields values={{ budgetCents }} errors={errorsOf(answer)} />
        </div>
        <ActionBar>
          <span />
          <Button type="submit" variant="primary" isPending={isBusy}>
            {words.purpose.create}
          </Button>
        </ActionBar>
      </Form>
    </Page>
  )
}
