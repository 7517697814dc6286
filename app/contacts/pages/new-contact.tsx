import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { addByHand, linesToChoose } from '../add-by-hand.server.ts'
import { newContactSchema } from '../record-schema.ts'
import { NewContactForm } from '../views/new-contact-form.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:work')
  return { lines: await linesToChoose(actor), writeKey: uuidV7() }
}

/** Notes somebody who came in otherwise, and opens them. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:work')
  const form = await readForm(request)
  const read = parseForm(newContactSchema, form)
  const answer = read.ok
    ? await addByHand(actor, read.value, new Date())
    : ({ ok: false, errors: read.errors } as const)
  if (answer.ok) throw redirect(`/contacts/${answer.contactId}${answer.refused ? `?refused=${answer.refused}` : ''}`)
  return { errors: answer.errors }
}

export default function NewContact() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <NewContactForm {...loaded} errors={answer?.errors ?? {}} />
}
