import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { answerDeceased } from '../deceased-answers.server.ts'
import { backTo, importIn } from '../import-answer.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'tenant-list:import')
  const importId = await importIn(actor, params)
  const form = await readForm(request)
  const [asked, deceased] = [form.getAll('asked').map(String), form.getAll('died').map(String)]
  return backTo(importId, await answerDeceased(actor, importId, { asked, deceased }))
}
