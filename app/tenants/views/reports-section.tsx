import { Form, useFetcher } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { RadioCards } from '#app/ui/choice.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextField } from '#app/ui/field.tsx'
import { momentText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { statusKinds } from '../call-reports.ts'
import type { TenantReport } from '../tenant-reports.server.ts'
import { useReportWords } from '../today-words.ts'

type Props = { tenantId: string; reports: TenantReport[]; now: Date }

/** What is known of a tenant beside the list, who said so, and what a coordinator can do about it. */
export function ReportsSection({ tenantId, reports, now }: Props) {
  const words = useReportWords().reports
  return (
    <Section title={words.title} isPanel>
      <ul className="flex flex-col gap-4 empty:hidden">
        {reports.map((report) => (
          <ReportItem key={report.id} report={report} now={now} />
        ))}
      </ul>
      <Disclosure label={words.add}>
        <ReportForm tenantId={tenantId} />
      </Disclosure>
    </Section>
  )
}

function ReportItem({ report, now }: { report: TenantReport; now: Date }) {
  const { kinds, reports: words } = useReportWords()
  const language = useLanguage()
  const zone = useTimeZone()
  const moment = (at: Date) => momentText(at.toISOString(), now.toISOString(), { zone, language })
  const { seenAt, seenBy, undoneAt, undoneBy } = report
  const isStatus = statusKinds.some((kind) => kind === report.kind)
  return (
    <li className="border-l-4 border-line pl-4">
      <p className="font-bold">{kinds[report.kind]}</p>
      {report.reason && <p className="whitespace-pre-wrap">{report.reason}</p>}
      <p className="text-sm text-ink-soft">
        <MomentText at={report.at} now={now} /> · {report.by}
      </p>
      {seenAt && !undoneAt && <p className="text-sm text-ink-soft">{words.seenBy(seenBy ?? '', moment(seenAt))}</p>}
      {undoneAt && <p className="text-sm text-ink-soft">{words.undoneBy(undoneBy ?? '', moment(undoneAt))}</p>}
      {isStatus && !undoneAt && (
        <Disclosure label={words.undo}>
          <Form
            method="post"
            action={`/tenant-reports/${report.id}/reversal`}
            className="flex flex-col items-start gap-2"
            noValidate
          >
            <p className="text-ink-soft">{words.undoLead}</p>
            <Button type="submit">{words.undo}</Button>
          </Form>
        </Disclosure>
      )}
    </li>
  )
}

function ReportForm({ tenantId }: { tenantId: string }) {
  const { kinds, reports: words } = useReportWords()
  const fetcher = useFetcher<{ ok: false; errors: Record<string, string> }>()
  const errorOf = (field: string) => {
    const code = fetcher.data?.errors[field]
    return code && (words.refusals[code] ?? words.refusals.other)
  }
  return (
    <fetcher.Form method="post" action={`/tenants/${tenantId}/reports`} noValidate className="flex flex-col gap-4">
      <p className="text-ink-soft">{words.addLead}</p>
      <RadioCards
        name="kind"
        label={words.kind}
        error={errorOf('kind')}
        options={statusKinds.map((value) => ({ value, label: kinds[value] }))}
      />
      <TextField name="reason" label={words.reason} error={errorOf('reason')} maxLength={500} autoComplete="off" />
      <div>
        <Button type="submit" isPending={fetcher.state !== 'idle'}>
          {words.save}
        </Button>
      </div>
    </fetcher.Form>
  )
}
