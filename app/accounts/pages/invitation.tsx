import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { parseForm } from '#app/core/forms.ts'
import { readDoorForm } from '#app/core/read-form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { publicRoute } from '../authorize.server.ts'
import { useColleagueWords } from '../colleague-words.ts'
import { waitFor } from '../door.server.ts'
import { acceptInvitation, findInvitation } from '../invitations.server.ts'
import { endSession, sessionCookie, tokenOf } from '../sessions.server.ts'
import { SignedOutPage } from '../views/signed-out-page.tsx'
import { useWords } from '../words.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  publicRoute('the token in the address is the key')
  const invitation = await findInvitation(params.token ?? '', new Date())
  return (
    invitation && {
      name: invitation.name,
      email: invitation.email,
      placeName: invitation.placeName,
      replacesPassword: invitation.replacesPassword,
    }
  )
}

const schema = z.object({ password: z.string().min(1, 'password-required') })

export async function action({ request, params, context }: ActionFunctionArgs) {
  publicRoute('the token in the address is the key')
  const form = parseForm(schema, await readDoorForm(request))
  if (!form.ok) return data({ reason: form.errors.password ?? 'required' }, 400)
  const answer = await acceptInvitation(params.token ?? '', form.value.password, {
    address: context.address,
    now: new Date(),
  })
  if (!answer.ok) return data({ reason: answer.reason }, waitFor(answer.reason) ?? { status: 400 })
  await endSession(tokenOf(request) ?? '', new Date())
  return redirect('/', { headers: { 'Set-Cookie': sessionCookie(answer.token) } })
}

/** When to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export default function Invitation() {
  const invitation = useLoaderData<typeof loader>()
  const reason = useActionData<typeof action>()?.reason
  const isBusy = useNavigation().state !== 'idle'
  const { refusals } = useWords()
  const words = useColleagueWords().invitation
  if (!invitation)
    return (
      <SignedOutPage title={words.gone} lead={words.goneLead}>
        <Link to="/sign-in" className="font-bold text-accent underline underline-offset-4">
          {words.toSignIn}
        </Link>
      </SignedOutPage>
    )
  const { name, email, placeName, replacesPassword } = invitation
  const lead = replacesPassword ? words.replaceLead(name, email) : words.lead(name, email)
  const mayBeNew = new Set(['too-short', 'too-long', 'too-common', 'own-words'])
  const refusalText = (code: string) => {
    if (code === 'wrong') return words.notTaken
    const text = refusals[code] ?? words.gone
    return mayBeNew.has(code) && !replacesPassword ? `${text} ${words.orNotYours}` : text
  }
  return (
    <SignedOutPage title={replacesPassword ? words.replaceTitle : words.title(placeName)} lead={lead}>
      <Form method="post" className="flex flex-col gap-5" noValidate>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          name="password"
          type="password"
          label={words.password}
          hint={replacesPassword ? words.passwordHint : `${words.newOrOwn} ${words.passwordHint}`}
          autoComplete={replacesPassword ? 'new-password' : 'current-password'}
          error={reason && refusalText(reason)}
        />
        <Button type="submit" variant="primary" isWide isPending={isBusy}>
          {words.submit}
        </Button>
      </Form>
    </SignedOutPage>
  )
}
