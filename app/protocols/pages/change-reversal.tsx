import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { kindOf } from '../kind-of.ts'
import { takeBack } from '../take-back.server.ts'

const form = z.object({ step: z.uuid() })

/** What was changed in one go is taken back, or the draft that was put away comes back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'protocol:edit')
  const kind = kindOf(params)
  const posted = parseForm(form, await readForm(request))
  if (!posted.ok) throw badRequest()
  const answer = await takeBack(actor, kind, posted.value.step)
  return redirect(pathOf(kind, `/history?${answer.ok ? 'taken-back' : `refused=${answer.reason}`}`))
}
