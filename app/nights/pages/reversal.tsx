import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { takeBackAcknowledgement } from '#app/contacts/acknowledge-contacts.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { pathOfNight } from '../night-path.ts'

const from = z.iso.date().optional()
const form = z.union([
  z
    .object({ from, contact: z.uuid() })
    .transform(({ contact, ...rest }) => ({ ...rest, which: { contactId: contact } })),
  z.object({ from, at: z.iso.datetime() }).transform(({ at, ...rest }) => ({ ...rest, which: { at: new Date(at) } })),
])

/** Nobody takes it up after all: one contact, or all that one took up at once. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'night:acknowledge')
  const posted = parseForm(form, await readForm(request))
  if (!posted.ok) throw badRequest()
  await takeBackAcknowledgement(actor, posted.value.which)
  return redirect(pathOfNight(posted.value.from, { undone: '' }))
}
