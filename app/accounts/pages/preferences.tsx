import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { authorize } from '../authorize.server.ts'
import { chooseLanguage } from '../preferences.server.ts'

const schema = z.object({ language: z.enum(['nl', 'en']) })

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'today:see')
  const form = parseForm(schema, await request.formData())
  if (!form.ok) throw badRequest()
  await chooseLanguage(actor, form.value.language)
  return redirect('/')
}
