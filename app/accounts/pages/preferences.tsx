import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { ownPath } from '#app/core/own-path.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { languages } from '#app/ui/language.tsx'
import { authorizeAnybody } from '../authorize.server.ts'
import { chooseLanguage } from '../preferences.server.ts'
import { themes } from '../theme.ts'
import { themeCookie } from '../theme-cookie.server.ts'

const schema = z.object({
  language: z.enum(languages).optional(),
  theme: z.enum(themes).optional(),
  back: z.string().max(2000).optional(),
})

/** The language is kept with the account, light or dark on the device. Afterwards one is where one was. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorizeAnybody(request)
  const form = parseForm(schema, await readForm(request))
  if (!form.ok) throw badRequest()
  const { language, theme, back } = form.value
  if (language) await chooseLanguage(actor, language)
  return redirect(ownPath(back), theme && { headers: { 'Set-Cookie': themeCookie(theme) } })
}
