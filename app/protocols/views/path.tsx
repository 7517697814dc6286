import { type OutlineRow, outlineOf } from '#app/triage/outline.ts'
import { type End, entry, type Protocol } from '#app/triage/protocol.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Section } from '#app/ui/page.tsx'
import type { PartPlace } from '../patch.ts'
import { useWords } from '../words.ts'
import { EndBadge } from './end-badge.tsx'
import { PlaceLink } from './place-link.tsx'

type PathProps = { protocol: Protocol; own: readonly PartPlace[]; concepts: readonly PartPlace[] }

// In, by how many turns were taken; further than that there is no room on a phone.
const indents = ['', 'sm:ml-6', 'sm:ml-12', 'sm:ml-18']

/** The questions in the order in which they are asked, each with where its answers lead. */
export function Path({ protocol, own, concepts }: PathProps) {
  const { path } = useWords()
  const rows = outlineOf(protocol)
  return (
    <Section title={path.title} lead={path.lead}>
      <ol className="flex flex-col gap-3">
        {rows.map((row) => (
          <li key={row.id} className={indents[Math.min(row.depth, indents.length - 1)]}>
            <QuestionCard row={row} rows={rows} protocol={protocol}>
              <Marks place={`questions.${row.id}`} own={own} concepts={concepts} />
            </QuestionCard>
          </li>
        ))}
      </ol>
    </Section>
  )
}

type CardProps = { row: OutlineRow; rows: OutlineRow[]; protocol: Protocol; children: React.ReactNode }

function QuestionCard({ row, rows, protocol, children }: CardProps) {
  const { path } = useWords()
  const { answers } = useTriageWords()
  const from = row.from.map(({ number, answer }) => path.after(answers[answer], number)).join(', ')
  return (
    <div className="rounded-md border border-line bg-surface px-4 py-3 has-[a[aria-current=true]]:border-accent has-[a[aria-current=true]]:bg-accent-soft">
      <p className="text-sm text-ink-soft">
        {path.question(row.number)} · {from || path.first}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <PlaceLink place={`questions.${row.id}`} className="text-lg wrap-anywhere">
          {row.question.ask || path.noText}
        </PlaceLink>
        {children}
      </p>
      <dl className="mt-2 flex flex-col gap-1.5">
        {(['yes', 'no'] as const).map((answer) => (
          <Answer key={answer} row={row} rows={rows} protocol={protocol} answer={answer} />
        ))}
      </dl>
    </div>
  )
}

type AnswerProps = Omit<CardProps, 'children'> & { answer: 'yes' | 'no' }

function Answer({ row, rows, protocol, answer }: AnswerProps) {
  const { path } = useWords()
  const { answers } = useTriageWords()
  const to = row.question[answer]
  const isDangerous = row.question.dangerous === answer
  const next = rows.find(({ id }) => id === to)
  const end = entry(protocol.ends, to)
  return (
    <div className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-2">
      <dt className={isDangerous ? 'font-bold text-attention-ink' : 'font-bold'}>
        {answers[answer]}
        {isDangerous && <span className="sr-only"> ({path.dangerous})</span>}
      </dt>
      <dd className="min-w-0">
        {next && path.goOn(next.number)}
        {end && <EndLine id={to} end={end} />}
        {!next && !end && <span className="text-attention-ink">{path.nowhere}</span>}
        {isDangerous && (
          <span className="block text-sm text-ink-soft">
            {path.dangerous}, {path.unknownToo}
          </span>
        )}
      </dd>
    </div>
  )
}

function EndLine({ id, end }: { id: string; end: End }) {
  const { path } = useWords()
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <EndBadge end={end} />
      <PlaceLink place={`ends.${id}`} className="wrap-anywhere">
        {path.rule(end.rule)}
        {end.because && `, ${path.want(end.because)}`}
      </PlaceLink>
    </span>
  )
}

/** All ends by their number, with those to which nobody comes. */
export function Ends({ protocol, own, concepts }: PathProps) {
  const { path } = useWords()
  const ends = Object.entries(protocol.ends).sort(([, one], [, other]) => one.rule - other.rule)
  return (
    <Section title={path.ends} lead={path.endsLead}>
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {ends.map(([id, end]) => {
          const raised = end.raised === null ? undefined : entry(protocol.ends, end.raised)
          return (
            <li key={id} className="flex flex-col gap-1 py-2">
              <EndLine id={id} end={end} />
              <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
                <Marks place={`ends.${id}`} own={own} concepts={concepts} />
                {raised && path.raisedTo(raised.rule)}
              </span>
            </li>
          )
        })}
      </ul>
      <Unused protocol={protocol} />
    </Section>
  )
}

/** Questions that no answer leads to: they stand nowhere else. */
function Unused({ protocol }: { protocol: Protocol }) {
  const { path } = useWords()
  const reached = new Set(outlineOf(protocol).map(({ id }) => id))
  const unused = Object.entries(protocol.questions).filter(([id]) => !reached.has(id))
  if (unused.length === 0) return null
  return (
    <div>
      <h3 className="font-bold">{path.unused}</h3>
      <ul>
        {unused.map(([id, { ask }]) => (
          <li key={id}>
            <PlaceLink place={`questions.${id}`}>{ask || path.noText}</PlaceLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Marks({ place, own, concepts }: Omit<PathProps, 'protocol'> & { place: PartPlace }) {
  const { path } = useWords()
  return (
    <>
      {own.includes(place) && <Badge tone="active">{path.own}</Badge>}
      {concepts.includes(place) && <span className="text-sm text-ink-soft">{path.concept}</span>}
    </>
  )
}
