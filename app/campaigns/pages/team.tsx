import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize, refusedAccess } from '#app/accounts/authorize.server.ts'
import { listColleagues } from '#app/accounts/colleagues.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { Columns } from '#app/ui/page.tsx'
import { findProgress } from '../campaign-progress.server.ts'
import { addCaller } from '../change-team.server.ts'
import { AddCaller } from '../views/add-caller.tsx'
import { seesAddresses, seesSetUp } from '../views/campaign-access.ts'
import { useCampaign } from '../views/campaign-context.ts'
import { callerForm } from '../views/read-team.ts'
import { TeamTable } from '../views/team-table.tsx'
import { useLastAnswer } from '../views/use-last-answer.ts'
import { formResponse, withFlash } from './campaign-answers.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'campaign:read')
  if (!seesSetUp(actor)) throw await refusedAccess(actor, 'campaign:write')
  const campaignId = campaignIdIn(params)
  return inScope(actor, async (tx) => {
    const progress = await findProgress(tx, actor, { campaignId, now: new Date() })
    if (!progress) throw notFound()
    const { callers, figures } = progress
    const present = new Set(callers.filter(({ hasLeft }) => !hasLeft).map(({ accountId }) => accountId))
    const colleagues = can(actor, 'campaign:write') ? await listColleagues(tx, actor) : []
    const free = colleagues.filter((one) => can(one, 'call:make') && !present.has(one.accountId))
    return {
      callers,
      toDo: figures.toDo,
      free: free.map(({ accountId, name }) => ({ accountId, name })),
      seesNames: seesAddresses(actor),
    }
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const campaignId = campaignIdIn(params)
  const form = parseForm(callerForm, await readForm(request))
  if (!form.ok) return data({ ok: false as const, errors: form.errors }, 400)
  const answer = await addCaller(actor, campaignId, form.value)
  return formResponse(answer, () =>
    redirect(withFlash(`/campaigns/${campaignId}/callers`, { ok: true, flash: 'caller-added' })),
  )
}

export default function Team() {
  const { callers, toDo, free, seesNames } = useLoaderData<typeof loader>()
  const { campaign, mayWrite } = useCampaign()
  const { answer } = useLastAnswer(useActionData<typeof action>())
  const mayChange = mayWrite && campaign.state !== 'closed'
  const table = (
    <TeamTable campaignId={campaign.id} callers={callers} toDo={toDo} mayChange={mayChange} seesNames={seesNames} />
  )
  if (!mayChange) return table
  return (
    <Columns split="main-left">
      {table}
      <AddCaller free={free} callers={callers} toDo={toDo} answer={answer} />
    </Columns>
  )
}
