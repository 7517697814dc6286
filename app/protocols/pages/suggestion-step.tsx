import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { type Actor, authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest, notFound } from '#app/core/http-errors.ts'
import { ownPath } from '#app/core/own-path.ts'
import { readForm } from '#app/core/read-form.server.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { settlementForm } from '#app/quality/suggestion-form.ts'
import { settleSuggestion } from '#app/quality/suggestions.server.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { findDraft } from '../draft.server.ts'

/** What the corporation makes of a suggestion, or that it makes nothing of it yet after all. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'protocol:edit')
  const isReversal = new URL(request.url).pathname.endsWith('/reversal')
  const posted = parseForm(settlementForm, await readForm(request))
  if (!posted.ok || (!isReversal && !posted.value.done)) throw badRequest()
  const { done, back, answer = '' } = posted.value
  const id = params.suggestionId ?? ''
  if (!isReversal && done === 'no' && answer === '') return redirect(askedWhy(ownPath(back, '/protocols/quality'), id))
  const isDone = isReversal ? null : done === 'yes'
  const settlement = { isDone, answer: isDone === false ? answer : null, isInDraft: isInDraft(actor) }
  const kind = isUuid(id) ? await settleSuggestion(actor, id, settlement) : null
  if (!kind) throw notFound()
  return redirect(ownPath(back, pathOf(kind)))
}

/** Back where it was asked, which says that a reason belongs to it. */
const askedWhy = (path: string, id: string) => `${path}${path.includes('?') ? '&' : '?'}why=${encodeURIComponent(id)}`

/** Whether the office works on the protocol, so that what it did is not in force yet. */
const isInDraft = (actor: Actor) => async (tx: Tx, kind: TriageKind) => (await findDraft(tx, actor, kind)) !== null
