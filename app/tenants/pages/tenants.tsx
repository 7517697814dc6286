import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { searchPageSize, searchTenants } from '../search-tenants.server.ts'
import { FoundTenants } from '../views/found-tenants.tsx'
import { SearchForm } from '../views/search-form.tsx'
import { useWarningWords } from '../warning-words.ts'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await authorize(request, 'tenant:read')
  return null
}

const schema = z.object({ q: z.string().max(200), page: z.coerce.number().int().min(1).max(10_000).default(1) })

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'tenant:read')
  const form = parseForm(schema, await readForm(request))
  if (!form.ok) throw badRequest()
  const { q, page } = form.value
  const today = dateIn(actor.timeZone, new Date())
  const { tenants, total } = await inScope(actor, (tx) => searchTenants(tx, actor, { text: q, page, today }))
  return { q, page, total, pageSize: searchPageSize, today, tenants }
}

export default function Tenants() {
  const words = useWords()
  const warningLink = useWarningWords().link
  const answer = useActionData<typeof action>()
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.lead}
        secondary={
          <>
            <LinkButton to="/corrections">{words.corrections.link}</LinkButton>
            <LinkButton to="/warnings">{warningLink}</LinkButton>
          </>
        }
      />
      <SearchForm text={answer?.q} label={words.searchLabel} hint={words.searchHint} submit={words.search} />
      {answer && <FoundTenants {...answer} />}
    </Page>
  )
}
