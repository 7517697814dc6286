import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { csvText, csvType } from '#app/core/csv.ts'
import { download } from '#app/core/download.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { listCorrections, type OpenCorrection } from '../corrections.server.ts'
import { writtenName } from '../names.ts'
import { dialable } from '../phone-text.server.ts'
import { CorrectionTable } from '../views/correction-table.tsx'
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
  const rows = corrections
    .filter(({ processedAt }) => processedAt === null)
    .map((one) => {
      const read = asRead(one)
      return [
        one.tenantNumber,
        writtenName(one, actor.language),
        words.fields[one.field] ?? one.field,
        read.listValue ?? '',
        read.value ?? '',
        one.listValue ?? '',
        one.value ?? '',
        dateIn(actor.timeZone, one.at),
      ]
    })
  const files = [words.wasInFile, words.becomesInFile]
  const header = [all.number, all.name, words.field, words.was, words.becomes, ...files, words.since]
  throw download(csvText([header, ...rows]), { name: 'mutatielijst.csv', type: csvType })
}

/** Numbers as people read them; the file has them as systems do as well. */
function asRead({ listValue, value, listedBefore, ...one }: OpenCorrection): OpenCorrection {
  const read = (text: string | null) => (text === null || one.field === 'email' ? text : dialable(text).text)
  return { ...one, listValue: read(listValue), value: read(value), listedBefore: read(listedBefore) }
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
        action={
          open.length > 0 && (
            <LinkButton to="?as=csv" reloadDocument icon="download" variant="primary">
              {words.download}
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
