import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { startApplication } from '../apply-import.server.ts'
import { backTo, importIn } from '../import-answer.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'tenant-list:import')
  const importId = await importIn(actor, params)
  const confirmed = (await request.formData()).getAll('confirmed').map(String)
  return backTo(importId, await startApplication(actor, importId, confirmed))
}
