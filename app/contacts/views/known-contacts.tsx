import { Link } from '@remix-run/react'
import { Badge } from '#app/ui/badge.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { Section } from '#app/ui/page.tsx'
import { useContactWords } from '../contact-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { useWords } from '../words.ts'

/** What is open about the same home or complex: the lift that six neighbours ring about is one lift. */
export function KnownContacts({ known, now }: { known: ContactLoaded['contact']['known']; now: string }) {
  const words = useWords().known
  const names = useContactWords()
  if (known.length === 0) return null
  return (
    <Section title={words.title} isPanel>
      <ul className="flex flex-col gap-3">
        {known.map(({ id, kind, urgency, state, arrivedAt, claimant, isSameHome }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link to={`/contacts/${id}`} className="inline-flex min-h-6 items-center font-bold text-accent underline">
              {kind ? names.kinds[kind] : words.noKind}
            </Link>
            <Badge tone={urgency === 0 ? 'danger' : 'neutral'}>{names.urgencies[urgency]}</Badge>
            <span>
              {isSameHome ? words.home : words.complex} · {names.states[state]} ·{' '}
              <MomentText at={arrivedAt} now={now} />
              {claimant && ` · ${words.with(claimant)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
