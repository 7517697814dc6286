import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { parseForm } from '#app/core/forms.ts'
import { ownPath } from '#app/core/own-path.ts'
import { readDoorForm } from '#app/core/read-form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { currentActor, publicRoute } from '../authorize.server.ts'
import { busySeconds } from '../door.server.ts'
import { deviceCookie, knownDevice } from '../known-device.server.ts'
import { endSession, sessionCookie, tokenOf } from '../sessions.server.ts'
import { signIn, signInSchema } from '../sign-in.server.ts'
import { SignedOutPage } from '../views/signed-out-page.tsx'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  publicRoute('where people sign in')
  if (await currentActor(request)) throw redirect('/')
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  publicRoute('where people sign in')
  const form = parseForm(signInSchema, await readDoorForm(request))
  if (!form.ok) return data({ errors: form.errors }, 400)
  const device = knownDevice(request, form.value.email)
  const answer = await signIn(form.value, { address: context.address, device }, new Date())
  if (!answer.ok) return data({ errors: { form: answer.reason } }, refusals[answer.reason])
  await endSession(tokenOf(request) ?? '', new Date())
  const headers = new Headers({ 'Set-Cookie': sessionCookie(answer.token) })
  headers.append('Set-Cookie', deviceCookie(request, form.value.email))
  return redirect(ownPath(new URL(request.url).searchParams.get('to')), { headers })
}

const refusals = {
  wrong: { status: 400 },
  'no-corporation': { status: 400 },
  'too-many-tries': { status: 429, headers: { 'Retry-After': '60' } },
  crowded: { status: 503, headers: { 'Retry-After': String(busySeconds) } },
}

/** When to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const meta = () => [{ title: 'Rondbel' }]

export default function SignIn() {
  const words = useWords()
  const errors: Record<string, string> = useActionData<typeof action>()?.errors ?? {}
  const isBusy = useNavigation().state !== 'idle'
  const errorOf = (key: string) => errors[key] && (words.refusals[errors[key]] ?? errors[key])
  const problems = Object.keys(errors).map((field) => ({
    field: field === 'form' ? undefined : field,
    message: errorOf(field) ?? '',
  }))
  return (
    <SignedOutPage title={words.signIn.title}>
      <Form method="post" className="flex flex-col gap-5" noValidate>
        {problems.length > 0 && <ErrorSummary problems={problems} />}
        <TextField
          name="email"
          type="email"
          label={words.signIn.email}
          autoComplete="username"
          error={errorOf('email')}
          autoFocus
        />
        <TextField
          name="password"
          type="password"
          label={words.signIn.password}
          autoComplete="current-password"
          error={errorOf('password')}
        />
        <Button type="submit" variant="primary" isWide isPending={isBusy}>
          {words.signIn.submit}
        </Button>
        <p className="text-sm text-ink-soft">{words.signIn.help}</p>
      </Form>
    </SignedOutPage>
  )
}
