import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { kindOf } from '../kind-of.ts'
import { proposeDraft } from '../publish-draft.server.ts'

const form = z.object({ revision: z.coerce.number().int().min(1) })

/** Somebody finds the draft ready. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'protocol:edit')
  const kind = kindOf(params)
  const posted = parseForm(form, await readForm(request))
  if (!posted.ok) throw badRequest()
  const answer = await proposeDraft(actor, kind, { revision: posted.value.revision, now: new Date() })
  return redirect(pathOf(kind, `/publication?${answer.ok ? 'proposed' : `refused=${answer.reason}`}`))
}
