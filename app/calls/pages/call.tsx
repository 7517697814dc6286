import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { errorsOfDraft } from '../draft-errors.server.ts'
import { findCallDetails } from '../find-call-details.server.ts'
import { readPromiseChoices } from '../promise-choices.server.ts'
import { quickMoments } from '../quick-moments.ts'
import { targetOf } from '../route-params.server.ts'
import { CallForm } from '../views/call-form.tsx'
import { CallGone } from '../views/call-gone.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  const now = new Date()
  const found = await findCallDetails(actor, targetOf(params), now)
  if (!found.ok && found.reason === 'not-found') throw notFound()
  if (!found.ok) {
    const { reason, by, draft, writtenBy, isSaved } = found
    return data(
      {
        is: 'gone' as const,
        reason,
        by,
        draft,
        writtenBy,
        isSaved,
        targetId: targetOf(params),
        now: now.toISOString(),
      },
      409,
    )
  }
  const { callDetails, draft, writtenBy, policy } = found
  const today = dateIn(actor.timeZone, now)
  const isRefused = new URL(request.url).searchParams.has('refused')
  return {
    is: 'call' as const,
    callDetails,
    caller: { name: actor.name, corporation: actor.corporationName },
    draftFields: draft?.draftFields ?? {},
    savedAt: draft?.savedAt ?? null,
    writtenBy,
    writeKey: uuidV7(),
    startedAt: now.toISOString(),
    now: now.toISOString(),
    today,
    quick: quickMoments(policy, actor.timeZone, now),
    choices: await readPromiseChoices(actor, today),
    errors: isRefused && draft ? errorsOfDraft(draft.draftFields) : {},
  }
}

export default function Call() {
  const loaded = useLoaderData<typeof loader>()
  if (loaded.is === 'gone') return <CallGone {...loaded} />
  const { is: _, ...call } = loaded
  // The next home is another form; the same home taken again is too.
  return <CallForm key={`${call.callDetails.targetId} ${call.callDetails.fence}`} {...call} />
}
