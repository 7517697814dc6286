import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { withdrawApproval } from '../approve-texts.server.ts'
import { kindOf } from '../kind-of.ts'

const form = z.object({ text: z.string().regex(/^[0-9a-f]{64}$/) })

/** A text is a concept again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'protocol:approve')
  const kind = kindOf(params)
  const posted = parseForm(form, await readForm(request))
  if (!posted.ok) throw badRequest()
  await withdrawApproval(actor, kind, posted.value.text)
  return redirect(pathOf(kind, '/texts'))
}
