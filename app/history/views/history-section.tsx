import { Link } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Section } from '#app/ui/page.tsx'
import { foldEvents } from '../fold-events.ts'
import type { KnownEvent } from '../history-event.ts'
import { useSentences, useWords } from '../words.ts'

type Props = {
  events: KnownEvent[]
  /** Where more of it stands; null when this is all. */
  moreTo: string | null
  isCutOff: boolean
  now: Date
}

/** All that happened with a tenant in one line of time, newest first. */
export function HistorySection({ events, moreTo, isCutOff, now }: Props) {
  const words = useWords()
  return (
    <Section title={words.title} isPanel>
      {events.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ol className="flex flex-col gap-5 empty:hidden">
        {foldEvents(events).map((group) => (
          <Group key={`${group[0]?.what} ${group[0]?.id}`} group={group} now={now} />
        ))}
      </ol>
      {moreTo && (
        <div>
          <LinkButton to={moreTo} preventScrollReset replace>
            {words.more}
          </LinkButton>
        </div>
      )}
      {isCutOff && <p className="text-ink-soft">{words.tooMany}</p>}
    </Section>
  )
}

function Group({ group, now }: { group: KnownEvent[]; now: Date }) {
  const [words, sentences] = [useWords(), useSentences()]
  const [newest] = group
  if (!newest) return null
  if (group.length === 1) return <Event event={newest} now={now} />
  const [title] = sentences(newest, group.length)
  return (
    <li className="border-l-4 border-line pl-4">
      <p className="text-sm text-ink-soft">
        <MomentText at={newest.at} now={now} />
      </p>
      <p className="font-bold">{title}</p>
      <Disclosure label={words.all}>
        <ol className="flex flex-col gap-4">
          {group.map((event) => (
            <Event key={event.id} event={event} now={now} />
          ))}
        </ol>
      </Disclosure>
    </li>
  )
}

function Event({ event, now }: { event: KnownEvent; now: Date }) {
  const [title, ...lines] = useSentences()(event)
  const { at, by, text, to } = event
  return (
    <li className="border-l-4 border-line pl-4">
      <p className="text-sm text-ink-soft">
        <MomentText at={at} now={now} />
        {by && ` · ${by}`}
      </p>
      <p className="font-bold">
        {to ? (
          <Link to={to} className="text-accent underline underline-offset-4">
            {title}
          </Link>
        ) : (
          title
        )}
      </p>
      {text && <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>}
      {lines.map((line) => (
        <p key={line} className="text-sm wrap-anywhere text-ink-soft">
          {line}
        </p>
      ))}
    </li>
  )
}
