import { Form } from '@remix-run/react'
import { headingName } from '#app/tenants/names.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { useCorrectionWords } from '../correction-words.ts'
import type { LastCall } from '../own-conversations.server.ts'
import { useWords } from '../words.ts'

/** What this caller saved last, and what can still be mended of it. */
export function LastCalls({ calls, now }: { calls: LastCall[]; now: string }) {
  const words = useCorrectionWords()
  const { outcomes } = useWords()
  const language = useLanguage()
  return (
    <Section title={words.last} lead={words.lastLead}>
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
        {calls.map((call) => (
          <li key={call.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2">
            <span>
              {headingName(call, language)}
              <span className="block text-sm text-ink-soft">
                {outcomes[call.outcome]} · <MomentText at={call.at} now={now} />
              </span>
            </span>
            {call.isCorrectable && <LinkButton to={`/attempts/${call.id}`}>{words.correct}</LinkButton>}
            {call.reportId && <TakeBack reportId={call.reportId} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function TakeBack({ reportId }: { reportId: string }) {
  const words = useCorrectionWords()
  return (
    <Disclosure label={words.takeBack}>
      <Form
        method="post"
        action={`/tenant-reports/${reportId}/reversal`}
        className="flex flex-col items-start gap-2"
        noValidate
      >
        <p className="text-ink-soft">{words.takeBackLead}</p>
        <Button type="submit">{words.takeBack}</Button>
      </Form>
    </Disclosure>
  )
}
