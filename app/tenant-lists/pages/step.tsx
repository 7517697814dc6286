import type { ActionFunctionArgs } from '@remix-run/node'
import { type Actor, authorize } from '#app/accounts/authorize.server.ts'
import { startApplication } from '../apply-import.server.ts'
import { cancelImport } from '../cancel-import.server.ts'
import { requestCheck } from '../check-import.server.ts'
import { backTo, importIn } from '../import-answer.server.ts'
import { startUndo } from '../undo-import.server.ts'

type Answer = { ok: true } | { ok: false; reason: string }
type Take = (actor: Actor, importId: string, form: FormData) => Promise<Answer>

/** What a button under a list does, by the noun at the end of its address. */
const steps: Record<string, Take> = {
  check: requestCheck,
  application: (actor, importId, form) => startApplication(actor, importId, form.getAll('confirmed').map(String)),
  cancellation: (actor, importId) => cancelImport(actor, importId, new Date()),
  undoing: (actor, importId) => startUndo(actor, importId, new Date()),
}

/** Checking a list, applying it, stopping it and undoing it, each at its own address. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'tenant-list:import')
  const importId = await importIn(actor, params)
  const take = steps[new URL(request.url).pathname.split('/').at(-1) ?? '']
  if (!take) throw new Error('No step of a list is posted here.')
  return backTo(importId, await take(actor, importId, await request.formData()))
}
