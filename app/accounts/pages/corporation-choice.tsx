import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { authorize } from '../authorize.server.ts'
import { chooseCorporation } from '../preferences.server.ts'
import { tokenOf } from '../sessions.server.ts'

const schema = z.object({
  corporationId: z.coerce
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1),
})

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'corporation:switch')
  const form = parseForm(schema, await readForm(request))
  if (!form.ok || !(await chooseCorporation(actor, tokenOf(request) ?? '', form.value.corporationId))) throw notFound()
  return redirect('/')
}
