import type { ActionFunctionArgs } from '@remix-run/node'
import { type Actor, authorize } from '#app/accounts/authorize.server.ts'
import type { FormFields } from '#app/core/form-fields.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { stepAt } from '#app/lists/steps.ts'
import { startApplication } from '../apply-import.server.ts'
import { cancelImport } from '../cancel-import.server.ts'
import { requestCheck } from '../check-import.server.ts'
import { backTo, importIn } from '../import-answer.server.ts'
import { importPersonSteps } from '../import-steps.ts'
import { startUndo } from '../undo-import.server.ts'

/** Which columns mean what has a page of its own, that asks more than a button does. */
const { 'confirm-mapping': _, ...steps } = importPersonSteps

type Answer = { ok: true } | { ok: false; reason: string }
type Take = (actor: Actor, importId: string, form: FormFields) => Promise<Answer>

/** What a button under a list does. */
const operations: Record<keyof typeof steps, Take> = {
  'start-check': requestCheck,
  'start-application': (actor, importId, form) =>
    startApplication(actor, importId, form.getAll('confirmed').map(String)),
  cancel: (actor, importId) => cancelImport(actor, importId, new Date()),
  'start-undoing': (actor, importId, form) =>
    startUndo(actor, importId, { now: new Date(), isConfirmed: form.has('confirmed') }),
}

/** Checking a list, applying it, stopping it and undoing it, each at its own address. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, steps[stepAt(steps, request)].permission)
  const step = stepAt(steps, request)
  const importId = await importIn(actor, params)
  return backTo(importId, await operations[step](actor, importId, await readForm(request)))
}
