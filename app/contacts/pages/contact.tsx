import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { readCallerChoice } from '#app/callers/caller-choice.ts'
import type { FormFields } from '#app/core/form-fields.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import type { AtContact } from '../at-contact.ts'
import { completeRound } from '../complete-round.server.ts'
import { loadContactPage } from '../load-contact-page.server.ts'
import { searchCaller } from '../open-contact.server.ts'
import { placeCaller } from '../place-caller.server.ts'
import { contactInHand } from '../route-params.server.ts'
import { ContactForm } from '../views/contact-form.tsx'
import { ContactSeen } from '../views/contact-seen.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await authorizeDesk(request, 'contact:see')
  const { actor, contactId } = await contactInHand(person, params)
  const refused = new URL(request.url).searchParams.get('refused')
  const loaded = await loadContactPage(actor, { contactId, refused, now: new Date() })
  if (!loaded) throw notFound()
  return loaded
}

/** The panel of who is calling: whom the operator looks for, and whom they tick. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await authorizeDesk(request, 'contact:work')
  const { actor, contactId } = await contactInHand(person, params)
  const form = await readForm(request)
  const query = form.get('q')
  if (typeof query === 'string') return { caller: await searchCaller(actor, { contactId, query, now: new Date() }) }
  const answer = await answerPanel(actor, contactId, form)
  throw redirect(`/contacts/${contactId}${answer && !answer.ok ? `?refused=${answer.reason}` : ''}`)
}

/** Whom they ticked, or the round that has reached them with it; null when nothing was. */
function answerPanel(actor: AtContact, contactId: string, form: FormFields) {
  const targetId = form.get('targetId')
  if (typeof targetId === 'string' && isUuid(targetId))
    return completeRound(actor, { contactId, targetId, now: new Date() })
  const choice = readCallerChoice(form)
  return choice ? placeCaller(actor, { contactId, choice }) : null
}

/** What somebody says of themselves changes nothing here, and must not take the page away. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formAction, defaultShouldRevalidate }) =>
  formAction?.startsWith('/queue/') ? false : defaultShouldRevalidate

export default function Contact() {
  const loaded = useLoaderData<typeof loader>()
  const searched = useActionData<typeof action>()
  if (!loaded.contact.isMine) return <ContactSeen {...loaded} />
  const caller = searched?.caller && !loaded.caller?.isSettled ? searched.caller : loaded.caller
  // The next one is another form; the same taken again is too.
  return <ContactForm key={`${loaded.contact.id} ${loaded.contact.fence}`} {...loaded} caller={caller} />
}
