import { Form, Link, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { TriageKind } from '#app/triage/kinds.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextField } from '#app/ui/field.tsx'
import { momentText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Row, Section, Stack } from '#app/ui/page.tsx'
import { suggestionsTopic } from '../live-topics.ts'
import type { SignalKind } from '../signals.ts'
import { useWords } from '../words.ts'

/** A suggestion as a page has it. */
export type ShownSuggestion = {
  id: string
  corporationId: number
  corporation: string
  kind: TriageKind
  desk: string | null
  words: string
  signal: SignalKind | null
  /** Where in the protocol, and what that says. */
  place: string | null
  about: string | null
  madeAt: string | Date
  settledAt: string | Date | null
  settler: string | null
  isDone: boolean | null
  answer: string | null
  inVersion: number | null
}

type Props = {
  suggestions: ShownSuggestion[]
  now: string
  /** Whoever may change the protocols of the corporation settles them, and comes back to this path. */
  settlesTo?: string | null
  /** For a desk, which made them for several corporations. */
  isOfDesk?: boolean
}

/**
 * What desks would change: those that are open, and behind their own words those that were settled. Needs no page of its own:
 * whatever page of the corporation shows it, it posts to its own addresses and hears of new ones by itself.
 */
export function SuggestionList({ suggestions, ...rest }: Props) {
  const { suggestions: words } = useWords()
  useLive([suggestionsTopic])
  const isGoingOn = (one: ShownSuggestion) => ['open', 'in-hand'].includes(stateOf(one))
  const open = suggestions.filter(isGoingOn)
  const settled = suggestions.filter((one) => !isGoingOn(one))
  return (
    <Stack>
      {open.length > 0 && <Items suggestions={open} {...rest} />}
      {settled.length > 0 && (
        <Disclosure label={words.earlier(String(settled.length))} isOpen={open.length === 0}>
          <Items suggestions={settled} {...rest} />
        </Disclosure>
      )}
    </Stack>
  )
}

/** The same under its own heading; nothing where nobody suggests anything. */
export function SuggestionSection(props: Props) {
  const { suggestions: words } = useWords()
  if (props.suggestions.length === 0) return null
  return (
    <Section title={words.title} lead={words.lead}>
      <SuggestionList {...props} />
    </Section>
  )
}

const Items = ({ suggestions, ...rest }: Props) => (
  <ul className="flex flex-col gap-3">
    {suggestions.map((suggestion) => (
      <li key={suggestion.id} className="rounded-md border border-line bg-surface px-4 py-3">
        <Item suggestion={suggestion} {...rest} />
      </li>
    ))}
  </ul>
)

type ItemProps = Omit<Props, 'suggestions'> & { suggestion: ShownSuggestion }

function stateOf({ isDone, inVersion }: ShownSuggestion) {
  if (isDone === null) return 'open'
  if (!isDone) return 'not-done'
  return inVersion === null ? 'in-hand' : 'published'
}
type State = ReturnType<typeof stateOf>
const tones: Record<State, Tone> = { open: 'waiting', 'in-hand': 'active', published: 'done', 'not-done': 'neutral' }

function Item({ suggestion, now, settlesTo, isOfDesk }: ItemProps) {
  const { suggestions: words, signalNames } = useWords()
  const { kinds } = useTriageWords()
  const [zone, language] = [useTimeZone(), useLanguage()]
  const moment = (at: string | Date) => momentText(at, now, { zone, language })
  const { kind, desk, signal, place, about, settledAt, settler } = suggestion
  const state = stateOf(suggestion)
  return (
    <Stack gap="tight">
      <Row>
        <p className="font-bold">
          {isOfDesk ? (
            words.to(suggestion.corporation, kinds[kind])
          ) : (
            <Link to={pathOf(kind, place ? `?at=${place}` : '')} className="text-accent underline underline-offset-4">
              {kinds[kind]}
            </Link>
          )}
        </p>
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
      </Row>
      <p className="whitespace-pre-wrap wrap-anywhere">{suggestion.words}</p>
      <p className="text-sm text-ink-soft">
        {words.by(desk ?? '–', moment(suggestion.madeAt))}
        {signal && ` · ${words.about(signalNames[signal])}`}
        {about && ` · ‘${about}’`}
        {settledAt && settler && ` · ${words.settledBy(settler, moment(settledAt))}`}
      </p>
      <Stands suggestion={suggestion} state={state} isOfDesk={isOfDesk} />
      {settlesTo && <Settle suggestion={suggestion} back={settlesTo} />}
    </Stack>
  )
}

/** Who has it now and how far it is, to its end; for a desk with what it may read of the corporation. */
function Stands({ suggestion, state, isOfDesk }: { suggestion: ShownSuggestion; state: State; isOfDesk?: boolean }) {
  const { suggestions: words } = useWords()
  const { answer, corporation, corporationId, inVersion } = suggestion
  const stands = {
    open: words.isOpen,
    'in-hand': words.isInHand,
    published: words.isPublished,
    'not-done': words.isNotDone,
  }
  return (
    <>
      {(isOfDesk || state !== 'open') && <p>{stands[state](corporation, String(inVersion ?? ''))}</p>}
      {answer && <p className="border-l-4 border-line-strong pl-3 whitespace-pre-wrap wrap-anywhere">{answer}</p>}
      {isOfDesk && (
        <p>
          <a href={`/papers/${corporationId}`} className="text-accent underline underline-offset-4">
            {words.readProtocols(corporation)}
          </a>
        </p>
      )}
    </>
  )
}

function Settle({ suggestion: { id, kind, isDone }, back }: { suggestion: ShownSuggestion; back: string }) {
  const { suggestions: words } = useWords()
  const { kinds } = useTriageWords()
  const named = (label: string) => (
    <>
      {label}
      <span className="sr-only">: {kinds[kind]}</span>
    </>
  )
  const to = `/protocols/suggestions/${id}/${isDone === null ? 'settlement' : 'reversal'}`
  return (
    <Form method="post" action={to} preventScrollReset noValidate>
      <input type="hidden" name="back" value={back} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 [&>details[open]]:basis-full">
        {isDone === null && (
          <>
            <Button type="submit" name="done" value="yes">
              {named(words.done)}
            </Button>
            <NotDone id={id} label={named(words.notDone)} />
          </>
        )}
        {isDone !== null && (
          <Button type="submit" variant="plain">
            {named(words.undo)}
          </Button>
        )}
      </div>
    </Form>
  )
}

/** With why: the desk reads that. */
function NotDone({ id, label }: { id: string; label: ReactNode }) {
  const { suggestions: words, suggestion: form } = useWords()
  const isAsked = useSearchParams()[0].get('why') === id
  return (
    <Disclosure label={label} isOpen={isAsked}>
      <TextField
        id={`answer-${id}`}
        name="answer"
        label={words.why}
        maxLength={500}
        error={isAsked ? form.errors.required : undefined}
      />
      <div>
        <Button type="submit" name="done" value="no">
          {words.sayNo}
        </Button>
      </div>
    </Disclosure>
  )
}
