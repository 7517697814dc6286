import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { csvText, csvType } from '#app/core/csv.ts'
import { download } from '#app/core/download.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { listCorrections, type OpenCorrection } from '../corrections.server.ts'
import { writtenName } from '../names.ts'
import { dialable } from '../phone-text.server.ts'
import { en } from '../words.en.ts'
import { nl } from '../words.nl.ts'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'tenant:read')
  const corrections = await inScope(actor, (tx) => listCorrections(tx, actor))
  if (new URL(request.url).searchParams.get('as') !== 'csv')
    return { corrections: corrections.map(asRead), now: new Date() }
  const all = actor.language === 'en' ? en : nl
  const words = all.corrections
  const rows = corrections.map((one) => [
    one.tenantNumber,
    writtenName(one, actor.language),
    words.fields[one.field] ?? one.field,
    one.listValue ?? '',
    one.value ?? '',
    dateIn(actor.timeZone, one.at),
  ])
  const header = [all.number, all.name, words.field, words.was, words.becomes, words.since]
  throw download(csvText([header, ...rows]), { name: 'mutatielijst.csv', type: csvType })
}

/** Numbers as people read them; the file keeps them as systems do. */
function asRead({ listValue, value, ...one }: OpenCorrection): OpenCorrection {
  const read = (text: string | null) => (text === null || one.field === 'email' ? text : dialable(text).text)
  return { ...one, listValue: read(listValue), value: read(value) }
}

export default function Corrections() {
  const { corrections, now } = useLoaderData<typeof loader>()
  const all = useWords()
  const words = all.corrections
  const language = useLanguage()
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.lead}
        back={{ to: '/tenants', label: all.title }}
        action={
          corrections.length > 0 && (
            <LinkButton to="?as=csv" reloadDocument icon="download" variant="primary">
              {words.download}
            </LinkButton>
          )
        }
      />
      <Table<OpenCorrection>
        caption={words.caption}
        isCaptionHidden
        rows={corrections}
        rowKey={(one) => one.id}
        rowTo={(one) => `/tenants/${one.tenantId}`}
        empty={<EmptyState title={words.none}>{words.noneLead}</EmptyState>}
        columns={[
          { key: 'name', label: all.name, cell: (one) => writtenName(one, language) },
          { key: 'field', label: words.field, cell: (one) => words.fields[one.field] },
          { key: 'was', label: words.was, cell: (one) => one.listValue ?? words.empty },
          { key: 'becomes', label: words.becomes, cell: (one) => one.value ?? words.empty },
          { key: 'by', label: words.by, cell: (one) => one.by },
          { key: 'since', label: words.since, cell: (one) => <MomentText at={one.at} now={now} /> },
        ]}
      />
    </Page>
  )
}
