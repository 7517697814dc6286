import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { env } from '#app/core/env.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { ownPath } from '#app/core/own-path.ts'
import { readDoorForm } from '#app/core/read-form.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { currentPerson, publicRoute } from '../authorize.server.ts'
import { waitFor } from '../door.server.ts'
import { deviceCookie, knownDevice } from '../known-device.server.ts'
import { endSession, sessionCookie, tokenOf, whyOver } from '../sessions.server.ts'
import { signIn, signInSchema } from '../sign-in.server.ts'
import { SignedOutPage } from '../views/signed-out-page.tsx'
import { useElsewhere } from '../views/use-elsewhere.ts'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  publicRoute('where people sign in')
  if (await currentPerson(request)) throw redirect('/')
  const token = tokenOf(request)
  return { over: token === null ? null : await whyOver(token), ourAddress: env().publicUrl.origin }
}

export async function action({ request, context }: ActionFunctionArgs) {
  publicRoute('where people sign in')
  const posted = await readDoorForm(request)
  const form = parseForm(signInSchema, posted)
  if (!form.ok) return data({ errors: form.errors }, 400)
  const device = knownDevice(request, form.value.email)
  const isShared = posted.get('shared') === 'on'
  const answer = await signIn(form.value, { address: context.address, device, isShared })
  if (!answer.ok) return data({ errors: { form: answer.reason } }, waitFor(answer.reason) ?? { status: 400 })
  const token = tokenOf(request)
  if (token) await endSession(token, new Date())
  const headers = new Headers({ 'Set-Cookie': sessionCookie(answer.token, isShared) })
  headers.append('Set-Cookie', deviceCookie(request, form.value.email))
  return redirect(ownPath(new URL(request.url).searchParams.get('to')), { headers })
}

/** When to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const meta = () => [{ title: 'Rondbel' }]

/** At another address than ours no cookie holds and every form is refused. */
function Elsewhere({ address }: { address: string }) {
  const { signIn: words } = useWords()
  return (
    <Banner tone="attention" isLive>
      {words.elsewhere}{' '}
      <a href={address} className="font-bold underline underline-offset-4">
        {address}
      </a>
    </Banner>
  )
}

export default function SignIn() {
  const words = useWords()
  const { over, ourAddress } = useLoaderData<typeof loader>()
  const isElsewhere = useElsewhere(ourAddress)
  const errors: Record<string, string> = useActionData<typeof action>()?.errors ?? {}
  const isBusy = useNavigation().state !== 'idle'
  const errorOf = (key: string) => errors[key] && (words.refusals[errors[key]] ?? errors[key])
  const problems = Object.keys(errors).map((field) => ({
    field: field === 'form' ? undefined : field,
    message: errorOf(field) ?? '',
  }))
  return (
    <SignedOutPage title={words.signIn.title}>
      {isElsewhere && <Elsewhere address={ourAddress} />}
      <Form method="post" className="flex flex-col gap-5" noValidate>
        {over && problems.length === 0 && <Banner>{words.signIn.over[over]}</Banner>}
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
        <CheckboxField name="shared" label={words.signIn.shared} hint={words.signIn.sharedHint} />
        <Button type="submit" variant="primary" isWide isPending={isBusy}>
          {words.signIn.submit}
        </Button>
        <p className="text-sm text-ink-soft">{words.signIn.help}</p>
      </Form>
    </SignedOutPage>
  )
}
