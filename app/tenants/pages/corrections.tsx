import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { asRead } from '../correction-file.ts'
import { listCorrections } from '../corrections.server.ts'
import { CorrectionTable } from '../views/correction-table.tsx'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'tenant:read')
  const corrections = await inScope(actor, (tx) => listCorrections(tx, actor))
  return { corrections: corrections.map(asRead), now: new Date() }
}

export default function Corrections() {
  const { corrections, now } = useLoaderData<typeof loader>()
  const all = useWords()
  const words = all.corrections
  const open = corrections.filter(({ processedAt }) => processedAt === null)
  const processed = corrections.filter(({ processedAt }) => processedAt !== null)
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.lead}
        back={{ to: '/tenants', label: all.title }}
        secondary={
          open.length > 0 && (
            <LinkButton to="/corrections/file?as=csv" reloadDocument icon="download">
              {words.download}
            </LinkButton>
          )
        }
        action={
          open.length > 0 && (
            <LinkButton to="/corrections/file?as=xlsx" reloadDocument icon="download" variant="primary">
              {words.downloadWorkbook}
            </LinkButton>
          )
        }
      />
      <CorrectionTable
        caption={words.caption}
        rows={open}
        now={now}
        step="process"
        empty={<EmptyState title={words.none}>{words.noneLead}</EmptyState>}
      />
      {processed.length > 0 && (
        <Section title={words.processed} lead={words.processedLead}>
          <CorrectionTable caption={words.processed} rows={processed} now={now} step="reopen" />
        </Section>
      )}
    </Page>
  )
}
