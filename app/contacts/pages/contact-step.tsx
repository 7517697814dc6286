import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { isNavigation } from '#app/claims/claim-form.server.ts'
import type { FormFields } from '#app/core/form-fields.ts'
import { notFound, refusal } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import type { AtContact } from '../at-contact.ts'
import { type ContactStepName, contactSteps, type StepAnswer } from '../contact-steps.server.ts'
import { dropStep, keepStep } from '../keep-typed.server.ts'
import { contactInHand } from '../route-params.server.ts'
import { isTypedStep, type TypedStep } from '../typed-steps.ts'

/** Every step with one contact is posted here, each at its own address. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await authorizeDesk(request, 'contact:work')
  const { actor, contactId } = await contactInHand(person, params)
  const [step, form] = [stepOf(request), await readForm(request)]
  const answer = await contactSteps[step](actor, contactId, form)
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  if (isTypedStep(step)) await settleTyped(request, { actor, form, answer, at: { contactId, step } })
  if (isNavigation(request)) throw redirect(`/contacts/${contactId}${answer.ok ? '' : `?refused=${whyNot(answer)}`}`)
  return answer.ok ? Response.json(answer) : refusal(answer, 409)
}

type Sent = { actor: AtContact; form: FormFields; answer: StepAnswer; at: { contactId: string; step: TypedStep } }

/** What was typed comes back when it was refused, and not once it is done. */
async function settleTyped(request: Request, { actor, form, answer, at }: Sent) {
  if (answer.ok) await dropStep(actor, at, form)
  else if (isNavigation(request)) await keepStep(actor, at, form)
}

/** What is wrong with the first field that is wrong, else the reason. */
const whyNot = ({ reason, errors = {} }: StepAnswer & { ok: false }) => Object.values(errors)[0] ?? reason

function stepOf(request: Request): ContactStepName {
  const name = new URL(request.url).pathname.split('/').at(-1) ?? ''
  if (!Object.hasOwn(contactSteps, name)) throw notFound()
  return name as ContactStepName
}
