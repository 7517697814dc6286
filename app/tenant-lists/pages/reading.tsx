import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { backTo, importIn } from '../import-answer.server.ts'
import { readAgain, readingChoices } from '../read-again.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'tenant-list:import')
  const importId = await importIn(actor, params)
  const choices = parseForm(readingChoices, await readForm(request))
  if (!choices.ok) throw badRequest()
  return backTo(importId, await readAgain(actor, importId, choices.value), 'columns')
}
