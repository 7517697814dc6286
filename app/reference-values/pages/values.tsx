import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { dateIn } from '#app/time/clock.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { valueTypeOf } from '../value-keys.ts'
import { listValues } from '../value-page.server.ts'
import { ValueTable } from '../views/value-table.tsx'
import { useWords } from '../words.ts'

/** All that callers of the corporation are told by number or amount: what holds today, and what is planned. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'values:see')
  const values = await listValues(actor, dateIn(actor.timeZone, new Date()))
  return { values, mayChange: can(actor, 'values:manage') }
}

const types = ['phone', 'amount', 'text'] as const

export default function Values() {
  const { values, mayChange } = useLoaderData<typeof loader>()
  const words = useWords()
  const missing = values.filter(({ text }) => text === null).length
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.lead}
        back={mayChange ? { to: '/settings', label: words.back } : { to: '/lines', label: words.lines }}
      />
      {missing > 0 && <Banner title={words.missingTitle(missing)}>{words.missingLead}</Banner>}
      {types.map((type) => (
        <Section key={type} title={words.types[type]}>
          <ValueTable caption={words.types[type]} values={values.filter(({ key }) => valueTypeOf(key) === type)} />
        </Section>
      ))}
    </Page>
  )
}
