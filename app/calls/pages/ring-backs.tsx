import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { SearchForm } from '#app/tenants/views/search-form.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { findHomes, mostHomes } from '../find-homes.server.ts'
import { useRingBackWords } from '../ring-back-words.ts'
import { FoundHomes } from '../views/found-homes.tsx'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await authorize(request, 'call:make')
  return null
}

const schema = z.object({ q: z.string().max(200) })

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  const form = parseForm(schema, await readForm(request))
  if (!form.ok) throw badRequest()
  const { q } = form.value
  const homes = await inScope(actor, (tx) => findHomes(tx, actor, q))
  return { q, homes: homes.slice(0, mostHomes), isTooMany: homes.length > mostHomes, now: new Date().toISOString() }
}

export default function RingBacks() {
  const words = useRingBackWords()
  const title = useWords().list.ringBack
  const answer = useActionData<typeof action>()
  return (
    <Page>
      <PageHeader title={title} meta={words.lead} />
      <SearchForm text={answer?.q} label={words.label} hint={words.hint} submit={words.search} />
      {answer && <FoundHomes {...answer} />}
    </Page>
  )
}
