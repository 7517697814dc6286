import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { confirmMapping } from '../confirm-mapping.server.ts'
import { backTo, importIn } from '../import-answer.server.ts'
import { importPersonSteps } from '../import-steps.ts'
import { findImport } from '../imports.server.ts'
import { readMappingForm } from '../mapping-form.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, importPersonSteps['confirm-mapping'].permission)
  const importId = await importIn(actor, params)
  const found = await findImport(actor, importId, new Date())
  if (!found?.mapping) return backTo(importId, { ok: false, reason: 'not-in-this-state' })
  const form = readMappingForm(await readForm(request), found.mapping)
  const answer = form.ok ? await confirmMapping(actor, importId, form.mapping) : form
  return backTo(importId, answer, answer.ok ? undefined : 'columns')
}
