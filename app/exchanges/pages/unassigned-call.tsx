import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorizeDesk, inHand } from '#app/accounts/authorize.server.ts'
import { receiveCall } from '#app/contacts/receive-call.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { lineForm } from '../exchange-forms.ts'
import { assignCall } from '../unassigned-calls.server.ts'

/** PUT: a call of nobody is of this line. */
export async function action({ request, params: { callId = '' } }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:see')
  if (!isUuid(callId)) throw notFound()
  const form = parseForm(lineForm, await readForm(request))
  if (!form.ok) return redirect('/desk/unassigned-calls?refused=line')
  const { corporationId, lineId } = form.value.line
  const answer = await assignCall(inHand(actor, corporationId), callId, { lineId, receiveCall })
  return redirect(`/desk/unassigned-calls?${answer.ok ? 'assigned' : `refused=${answer.reason}`}`)
}
