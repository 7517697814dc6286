import { Link } from '@remix-run/react'
import { MomentText } from '#app/ui/date-text.tsx'
import { Section } from '#app/ui/page.tsx'
import { useCorrectionWords } from '../correction-words.ts'
import type { UnwrittenCall } from '../unwritten-calls.server.ts'
import { useWords } from '../words.ts'

/** What came of calls in which nothing was said, each to be put right. */
export function UnwrittenCalls({ calls, now }: { calls: UnwrittenCall[]; now: Date }) {
  const words = useCorrectionWords()
  const { outcomes } = useWords()
  if (calls.length === 0) return null
  return (
    <Section title={words.unwritten} isPanel>
      <ul className="flex flex-col gap-4">
        {calls.map(({ id, at, by, outcome, campaignName }) => (
          <li key={id} className="border-l-4 border-line pl-4">
            <p className="font-bold">{outcomes[outcome]}</p>
            <p className="text-sm text-ink-soft">
              <MomentText at={at} now={now} /> · {[by, campaignName].filter(Boolean).join(' · ')}
            </p>
            <Link to={`/attempts/${id}`} className="target inline-block text-accent underline underline-offset-4">
              {words.correct}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
