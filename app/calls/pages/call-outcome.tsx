import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { type Actor, authorize } from '#app/accounts/authorize.server.ts'
import { fenceIn, isNavigation, openingIn } from '#app/claims/claim-form.server.ts'
import { draftFieldsIn } from '#app/claims/draft-fields.ts'
import { saveDraft } from '#app/claims/drafts.server.ts'
import type { SubmitAnswer } from '#app/claims/views/use-reliable-submit.ts'
import { withUrgentSaved } from '#app/conversations/urgent-saved.ts'
import type { FormFields } from '#app/core/form-fields.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { claimNext } from '../claim-next.server.ts'
import { errorsByField, withoutUnusedBlocks } from '../form-blocks.ts'
import { readOutcomeForm } from '../outcome-form.ts'
import { type OutcomeRefused, recordOutcome } from '../record-outcome.server.ts'
import { targetOf } from '../route-params.server.ts'
import { targetClaims } from '../target-claims.ts'

/** Writes down how a call went, and takes the next home unless the caller stops. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  const targetId = targetOf(params)
  const form = withoutUnusedBlocks(await readForm(request))
  const text = { ...openingIn(form), draftFields: draftFieldsIn(form) }
  const read = readOutcomeForm(form)
  const now = new Date()
  const answer = read.ok
    ? await recordOutcome(actor, targetId, { input: read.value, ...text, now })
    : ({ ok: false, reason: 'invalid', errors: read.errors } as const)
  if (answer.ok) {
    const saved = { ...answer, wellbeing: read.ok ? read.value.wellbeing : null }
    const undoAt = answer.reportId ? `/tenant-reports/${answer.reportId}/reversal` : undefined
    return goOn(request, { next: withUrgentSaved(await nextPath(actor, form, now), saved), undoAt })
  }
  if (answer.reason === 'not-found') throw notFound()
  if (isNavigation(request)) {
    // Without script there is no page that still holds what was typed: it comes back as the draft.
    await saveDraft(actor, { kind: targetClaims, id: targetId, fence: fenceIn(form), ...text, isLeaving: true })
    throw redirect(`/calls/${targetId}?refused`)
  }
  return Response.json(refusal(answer, form), { status: 409 })
}

async function nextPath(actor: Actor, form: FormFields, now: Date) {
  if (form.get('afterwards') === 'stop') return '/?saved'
  const claim = await claimNext(actor, now)
  return claim.ok ? `/calls/${claim.targetId}` : '/calls?nobody&saved'
}

function goOn(request: Request, saved: { next: string; undoAt: string | undefined }) {
  if (isNavigation(request)) throw redirect(saved.next)
  return Response.json({ ok: true, ...saved } satisfies SubmitAnswer)
}

/** With a new key: what is sent after a refusal is another write. */
function refusal(answer: OutcomeRefused, form: FormFields): SubmitAnswer {
  const errors = answer.reason === 'invalid' ? errorsByField(answer.errors, form) : undefined
  return { ...answer, errors, key: uuidV7() }
}
