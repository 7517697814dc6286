import { Form, Link } from '@remix-run/react'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { momentText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { useNextRow } from '#app/ui/use-next-row.ts'
import { placeLine } from '../addressee.ts'
import { headingName } from '../names.ts'
import type { UnseenReport } from '../tenant-reports.server.ts'
import { useReportWords } from '../today-words.ts'

type Row = Omit<UnseenReport, 'at'> & { at: Date | string }

/** Of a long list the rest is folded, so that what is to be done that day stays in sight. */
const shownAtOnce = 5

/** What callers said of tenants, until a coordinator has seen it. */
export function TodayCard({ reports, now }: { reports: Row[]; now: string }) {
  const words = useReportWords()
  const folded = reports.slice(shownAtOnce)
  const { list, onSubmit } = useNextRow<HTMLDivElement>(reports.length)
  return (
    <Section title={words.title} lead={words.lead} isPanel>
      <div ref={list} onSubmit={onSubmit}>
        <ReportRows reports={reports.slice(0, shownAtOnce)} now={now} />
        {folded.length > 0 && (
          <Disclosure label={words.more(folded.length)}>
            <ReportRows reports={folded} now={now} />
          </Disclosure>
        )}
      </div>
    </Section>
  )
}

const ReportRows = ({ reports, now }: { reports: Row[]; now: string }) => (
  <ul className="flex flex-col divide-y divide-line">
    {reports.map((report) => (
      <ReportRow key={report.id} report={report} now={now} />
    ))}
  </ul>
)

function ReportRow({ report, now }: { report: Row; now: string }) {
  const words = useReportWords()
  const language = useLanguage()
  const zone = useTimeZone()
  const at = new Date(report.at).toISOString()
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-3">
          <Link
            to={`/tenants/${report.tenantId}`}
            className="inline-flex min-h-6 items-center font-bold text-accent underline underline-offset-4"
          >
            {headingName(report, language)}
          </Link>
          <Badge tone="attention">{words.kinds[report.kind]}</Badge>
        </p>
        <p className="text-sm text-ink-soft">
          {[placeLine(report), words.by(report.by, momentText(at, now, { zone, language }))]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Form method="post" action={`/tenant-reports/${report.id}/seen`} noValidate>
        <Button type="submit">
          {words.seen}
          <span className="sr-only">: {headingName(report, language)}</span>
        </Button>
      </Form>
    </li>
  )
}
