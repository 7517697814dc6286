import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { authorizeAnybody } from '../authorize.server.ts'
import { placeOfValue } from '../place-value.ts'
import { choosePlace } from '../places.server.ts'
import { tokenOf } from '../sessions.server.ts'

const schema = z.object({ place: z.string().max(40) })

export async function action({ request }: ActionFunctionArgs) {
  const person = await authorizeAnybody(request)
  const form = parseForm(schema, await readForm(request))
  const place = form.ok ? placeOfValue(form.value.place) : null
  if (!place || !(await choosePlace(person.accountId, tokenOf(request) ?? '', place))) throw notFound()
  return redirect('/')
}
