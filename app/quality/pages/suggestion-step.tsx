import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest, notFound } from '#app/core/http-errors.ts'
import { ownPath } from '#app/core/own-path.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { settlementForm } from '../suggestion-form.ts'
import { settleSuggestion } from '../suggestions.server.ts'

/** What the corporation makes of a suggestion, or that it makes nothing of it yet after all. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'protocol:edit')
  const isReversal = new URL(request.url).pathname.endsWith('/reversal')
  const posted = parseForm(settlementForm, await readForm(request))
  if (!posted.ok || (!isReversal && !posted.value.done)) throw badRequest()
  const { done, back } = posted.value
  const id = params.suggestionId ?? ''
  const kind = isUuid(id) ? await settleSuggestion(actor, id, isReversal ? null : done === 'yes') : null
  if (!kind) throw notFound()
  return redirect(ownPath(back, pathOf(kind)))
}
