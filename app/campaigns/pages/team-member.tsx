import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseInput } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { Button } from '#app/ui/button.tsx'
import { NumberField } from '#app/ui/field.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { findProgress } from '../campaign-progress.server.ts'
import { campaignOr404 } from '../campaigns.server.ts'
import { addCaller, previewRemoval } from '../change-team.server.ts'
import { divide } from '../shares.ts'
import { errorsOf, FormProblems } from '../views/form-problems.tsx'
import { LeavePreview } from '../views/leave-preview.tsx'
import { callerForm } from '../views/read-team.ts'
import { useRefusal } from '../views/use-refusal.ts'
import { useWords } from '../words.ts'
import { formResponse, withFlash } from './campaign-answers.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  return inScope(actor, async (tx) => {
    const { id, name } = await campaignOr404(tx, actor, campaignIdIn(params))
    const progress = await findProgress(tx, actor, { campaignId: id, now: new Date() })
    const present = progress?.callers.filter(({ hasLeft }) => !hasLeft) ?? []
    const caller = present.find(({ accountId }) => accountId === params.accountId)
    if (!caller) throw notFound()
    const others = present.filter((one) => one !== caller)
    const leaving = await previewRemoval(tx, actor, { campaignId: id, accountId: caller.accountId })
    const shares = divide(
      leaving.moved,
      others.map(({ hours, homes }) => ({ capacity: hours, load: homes })),
    )
    return {
      campaign: { id, name },
      caller,
      leaving,
      others: others.map((one, index) => ({ ...one, extra: shares[index] ?? 0 })),
    }
  })
}

/** Other hours: what nobody has touched is divided anew. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const [campaignId, accountId] = [campaignIdIn(params), params.accountId ?? '']
  if (!isUuid(accountId)) throw notFound()
  const form = parseInput(callerForm, { accountId, hours: String((await readForm(request)).get('hours') ?? '') })
  if (!form.ok) return data({ ok: false as const, errors: form.errors }, 400)
  const answer = await addCaller(actor, campaignId, form.value)
  return formResponse(answer, () =>
    redirect(withFlash(`/campaigns/${campaignId}/callers`, { ok: true, flash: 'hours-saved' })),
  )
}

export default function TeamMember() {
  const { campaign, caller, leaving, others } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isBusy = useNavigation().state === 'submitting'
  const words = useWords().callers
  const refusalText = useRefusal()
  return (
    <Page width="narrow">
      <PageHeader
        title={caller.name}
        meta={campaign.name}
        back={{ to: `/campaigns/${campaign.id}/callers`, label: words.back }}
      />
      <Section title={words.changeHours} lead={words.changeHoursLead} isPanel>
        <Form method="post" className="flex flex-col items-start gap-4" noValidate>
          <FormProblems answer={answer} />
          <NumberField
            name="hours"
            label={words.hours}
            unit={words.hoursUnit}
            inputMode="decimal"
            defaultValue={String(caller.hours).replace('.', ',')}
            error={refusalText(errorsOf(answer).hours)}
          />
          <Button type="submit" isPending={isBusy}>
            {words.saveHours}
          </Button>
        </Form>
      </Section>
      <LeavePreview campaignId={campaign.id} caller={caller} leaving={leaving} others={others} />
    </Page>
  )
}
