import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { listColleagues } from '#app/accounts/colleagues.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { parseInput } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { countFor } from '#app/segments/selection.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Section } from '#app/ui/page.tsx'
import { policySchema } from '../calling-policy.ts'
import { teamSchema } from '../campaign-input.ts'
import { campaignOr404 } from '../campaigns.server.ts'
import { setTeam } from '../change-team.server.ts'
import { updateCampaign } from '../create-campaign.server.ts'
import { listTeam } from '../spread-homes.server.ts'
import { stepPath } from '../views/draft-steps.ts'
import { errorsOf, FormProblems } from '../views/form-problems.tsx'
import { PolicyFields } from '../views/policy-fields.tsx'
import { readPolicy } from '../views/read-policy.ts'
import { readTeam, teamErrors } from '../views/read-team.ts'
import { StepBar } from '../views/step-bar.tsx'
import { defaultHours, TeamFields, TotalOffered, totalOf } from '../views/team-fields.tsx'
import { useWords } from '../words.ts'
import { formResponse } from './campaign-answers.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const { campaign, colleagues } = await inScope(actor, async (tx) => {
    const found = await campaignOr404(tx, actor, campaignIdIn(params))
    return { campaign: found, colleagues: await teamChoices(tx, actor, found.id) }
  })
  const { id, policy, criteria } = campaign
  const today = dateIn(actor.timeZone, new Date())
  const options = { today, timeZone: actor.timeZone, campaignId: id, restDays: policy.restDays }
  const counted = await countFor(actor, criteria, options)
  return { campaignId: id, policy, colleagues, homes: counted.ok ? counted.counts.homes : null }
}

async function teamChoices(tx: Tx, scope: Parameters<typeof listColleagues>[1], campaignId: string) {
  const hoursOf = new Map((await listTeam(tx, scope, campaignId)).map(({ accountId, hours }) => [accountId, hours]))
  const colleagues = await listColleagues(tx, scope)
  return colleagues
    .filter((colleague) => can(colleague, 'call:make'))
    .map(({ accountId, name }) => ({
      accountId,
      name,
      isSelected: hoursOf.has(accountId),
      hours: hoursOf.get(accountId) ?? defaultHours,
    }))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const campaignId = campaignIdIn(params)
  const form = await readForm(request)
  const posted = readTeam(form)
  const team = parseInput(teamSchema, posted)
  const policy = parseInput(policySchema, readPolicy(form))
  if (!team.ok || !policy.ok) {
    const errors = { ...(team.ok ? {} : teamErrors(posted, team.errors)), ...(policy.ok ? {} : policy.errors) }
    return data({ ok: false as const, errors }, 400)
  }
  const saved = await updateCampaign(actor, campaignId, { policy: policy.value })
  const answer = saved.ok ? await setTeam(actor, campaignId, team.value) : saved
  return formResponse(answer, () => redirect(stepPath(campaignId, 'start')))
}

export default function DraftTeam() {
  const { campaignId, colleagues, policy, homes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().team
  const [total, setTotal] = useState(() => totalOf(colleagues))
  const errors = errorsOf(answer)
  const hasPolicyError = Object.keys(errors).some((field) => !field.startsWith('hours-'))
  return (
    <Form method="post" className="flex flex-col gap-6" noValidate>
      <FormProblems answer={answer} />
      <p>{words.lead}</p>
      {colleagues.length === 0 ? (
        <EmptyState title={words.nobody}>{words.nobodyLead}</EmptyState>
      ) : (
        <TeamFields colleagues={colleagues} errors={errors} onTotal={setTotal} />
      )}
      <Disclosure label={words.rules} isOpen={hasPolicyError} isPanel>
        <Section title={<span className="sr-only">{words.rules}</span>} lead={words.rulesLead}>
          <PolicyFields policy={policy} errors={errors} />
        </Section>
      </Disclosure>
      <StepBar campaignId={campaignId} step="team">
        <TotalOffered total={total} homes={homes} />
      </StepBar>
    </Form>
  )
}
