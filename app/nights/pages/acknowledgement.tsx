import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { acknowledgeContacts } from '#app/contacts/acknowledge-contacts.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { pathOfNight } from '../night-path.ts'

const form = z.object({ from: z.iso.date().optional(), contact: z.array(z.uuid()).min(1).max(4_000) })

/** Somebody of the office has seen these and takes them up. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'night:acknowledge')
  const posted = parseForm(form, await readForm(request))
  if (!posted.ok) throw badRequest()
  const { count, at } = await acknowledgeContacts(actor, posted.value.contact, new Date())
  return redirect(pathOfNight(posted.value.from, { done: String(count), at: at.toISOString() }))
}
