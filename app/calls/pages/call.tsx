import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { listColleagues } from '#app/accounts/colleagues.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { notFound } from '#app/core/http-errors.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { listAgencies } from '#app/referrals/agencies.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { errorsOfDraft } from '../draft-errors.server.ts'
import { findCallDetails } from '../find-call-details.server.ts'
import { quickDays, quickMoments } from '../quick-moments.ts'
import { targetOf } from '../route-params.server.ts'
import { CallForm } from '../views/call-form.tsx'
import { CallGone } from '../views/call-gone.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  const now = new Date()
  const found = await findCallDetails(actor, targetOf(params), now)
  if (!found.ok && found.reason === 'not-found') throw notFound()
  if (!found.ok) {
    const { reason, by, draft } = found
    return data({ is: 'gone' as const, reason, by, draft, targetId: targetOf(params), now: now.toISOString() }, 409)
  }
  const { callDetails, draft, policy } = found
  const today = dateIn(actor.timeZone, now)
  const isRefused = new URL(request.url).searchParams.has('refused')
  return {
    is: 'call' as const,
    callDetails,
    draftFields: draft?.draftFields ?? {},
    savedAt: draft?.savedAt ?? null,
    writeKey: uuidV7(),
    startedAt: now.toISOString(),
    now: now.toISOString(),
    today,
    quick: quickMoments(policy, actor.timeZone, now),
    choices: { me: actor.accountId, days: quickDays(today), today, ...(await readChoices(actor)) },
    errors: isRefused && draft ? errorsOfDraft(draft.draftFields) : {},
  }
}

function readChoices(actor: Awaited<ReturnType<typeof authorize>>) {
  return inScope(actor, async (tx) => {
    const colleagues = (await listColleagues(tx, actor)).filter(({ role }) => can(role, 'follow-up:write'))
    const agencies = await listAgencies(tx, actor)
    return {
      colleagues: colleagues.map(({ accountId, name }) => ({ accountId, name })),
      agencies: agencies.map(({ id, name, helpsWith }) => ({ id, name, helpsWith })),
    }
  })
}

export default function Call() {
  const loaded = useLoaderData<typeof loader>()
  if (loaded.is === 'gone') return <CallGone {...loaded} />
  const { is: _, ...call } = loaded
  // The next home is another form; the same home taken again is too.
  return <CallForm key={`${call.callDetails.targetId} ${call.callDetails.fence}`} {...call} />
}
