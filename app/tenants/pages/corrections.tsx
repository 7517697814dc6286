import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { csvText, csvType } from '#app/core/csv.ts'
import { download } from '#app/core/download.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { workbookStream, workbookType } from '#app/core/workbook.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { asRead, rowsForPeople, rowsForSystems } from '../correction-file.ts'
import { listCorrections } from '../corrections.server.ts'
import { CorrectionTable } from '../views/correction-table.tsx'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'tenant:read')
  const corrections = await inScope(actor, (tx) => listCorrections(tx, actor))
  const asked = new URL(request.url).searchParams.get('as')
  const reader = { language: actor.language, zone: actor.timeZone }
  if (asked === 'csv')
    throw download(csvText(rowsForSystems(corrections, reader)), { name: 'mutatielijst.csv', type: csvType })
  if (asked === 'xlsx') {
    const sheet = workbookStream('Mutatielijst', rowsForPeople(corrections, reader))
    throw download(sheet, { name: 'mutatielijst.xlsx', type: workbookType })
  }
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
            <LinkButton to="?as=csv" reloadDocument icon="download">
              {words.download}
            </LinkButton>
          )
        }
        action={
          open.length > 0 && (
            <LinkButton to="?as=xlsx" reloadDocument icon="download" variant="primary">
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
