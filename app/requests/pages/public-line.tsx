import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { publicRoute } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { publicLine } from '#app/lines/public-line.server.ts'
import type { Language } from '#app/ui/language.tsx'
import { readReceipt, readRequestPage } from '../request-page.server.ts'
import { takeRequest } from '../take-request.server.ts'
import { typedOf } from '../typed.ts'
import { GuestPage } from '../views/guest-page.tsx'
import { Receipt } from '../views/receipt.tsx'
import { RequestForm } from '../views/request-form.tsx'

const why = 'whoever has the address of a line asks to be rung back, and sees nothing of anybody'

/** Whether a line is answered now, and the form by which one asks to be rung back. `sent` is what they sent just now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  publicRoute(why)
  const found = await publicLine(params.address ?? '')
  if (!found) throw notFound()
  const asked = new URL(request.url).searchParams
  return {
    ...(await readRequestPage(found, new Date())),
    pageLanguage: languageOf(asked.get('lang') ?? found.corporation.language),
    receipt: await readReceipt(found, asked.get('sent')),
  }
}

const languageOf = (code: string): Language => (code === 'en' ? 'en' : 'nl')

export async function action({ request, params, context }: ActionFunctionArgs) {
  publicRoute(why)
  const found = await publicLine(params.address ?? '')
  if (!found) throw notFound()
  const form = await readForm(request)
  const taken = await takeRequest(found, { form, address: context.address, now: new Date() })
  if (!taken.ok) return data({ errors: taken.errors, typed: typedOf(form) }, 400)
  const asked = new URL(request.url).searchParams.get('lang')
  const language = asked ? `&lang=${languageOf(asked)}` : ''
  return redirect(`/b/${params.address}?sent=${taken.id}${language}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.corporation ?? 'Rondbel' }]

export default function PublicLinePage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (page.receipt)
    return (
      <GuestPage page={page} isSent>
        <Receipt page={page} receipt={page.receipt} />
      </GuestPage>
    )
  return (
    <GuestPage page={page}>
      <RequestForm page={page} refused={refused} />
    </GuestPage>
  )
}
