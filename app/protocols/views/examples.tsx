import { nextQuestion, verdictOf } from '#app/triage/engine.ts'
import { type End, type Example, entry, type Protocol } from '#app/triage/protocol.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { urgencyText } from '#app/triage/urgency-text.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'
import { PlaceLink } from './place-link.tsx'

/** Whether an example comes out as it says, and what it comes to instead. */
function outcomeOf(protocol: Protocol, { answers, circumstances, end }: Example) {
  const verdict = verdictOf(protocol, { answers, circumstances })
  if (!verdict) return { isRight: false, came: null, asks: nextQuestion(protocol, answers) }
  return { isRight: verdict.end === end, came: entry(protocol.ends, verdict.end) ?? null, asks: null }
}

const workedOut = (protocol: Protocol) =>
  Object.entries(protocol.examples).map(([id, example]) => ({ id, example, ...outcomeOf(protocol, example) }))

/** Each example, worked out on the protocol as it is being typed. */
export function Examples({ protocol, mayEdit }: { protocol: Protocol; mayEdit: boolean }) {
  const { examples: words } = useWords()
  const shown = workedOut(protocol)
  const right = shown.filter(({ isRight }) => isRight).length
  return (
    <Section
      title={words.title}
      lead={words.lead}
      action={
        mayEdit && (
          <LinkButton to="?at=examples.new" icon="plus" preventScrollReset>
            {words.add}
          </LinkButton>
        )
      }
    >
      <p className="text-ink-soft">{shown.length === 0 ? words.none : words.summary(right, shown.length)}</p>
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {shown.map((one) => (
          <Worked key={one.id} one={one} protocol={protocol} />
        ))}
      </ul>
    </Section>
  )
}

/** The same beside the form, where somebody types: how many are right, and only those that are not. */
export function ExamplesBriefly({ protocol }: { protocol: Protocol }) {
  const { examples: words } = useWords()
  const all = workedOut(protocol)
  const wrong = all.filter(({ isRight }) => !isRight)
  if (all.length === 0) return null
  return (
    <section aria-label={words.title} className="flex flex-col gap-1">
      <p role="status" className={wrong.length === 0 ? 'text-ink-soft' : 'font-bold text-danger-text'}>
        {words.title}: {words.summary(all.length - wrong.length, all.length)}
      </p>
      <ul>
        {wrong.map((one) => (
          <Worked key={one.id} one={one} protocol={protocol} />
        ))}
      </ul>
    </section>
  )
}

type WorkedProps = { one: { id: string; example: Example } & ReturnType<typeof outcomeOf>; protocol: Protocol }

function Worked({ one: { id, example, isRight, came, asks }, protocol }: WorkedProps) {
  const { examples: words } = useWords()
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 py-2">
      <Icon
        name={isRight ? 'check' : 'cross'}
        className={`mt-0.5 size-5 ${isRight ? 'text-accent' : 'text-danger-text'}`}
      />
      <div className="min-w-0">
        <span className="sr-only">{isRight ? words.right : words.wrong}: </span>
        <PlaceLink place={`examples.${id}`} className="wrap-anywhere">
          {example.title || '…'}
        </PlaceLink>
        {!isRight && <WhyWrong protocol={protocol} came={came} asks={asks} />}
      </div>
    </li>
  )
}

function WhyWrong({ protocol, came, asks }: { protocol: Protocol; came: End | null; asks: string | null }) {
  const { examples: words, path } = useWords()
  const triage = useTriageWords()
  const ask = asks && entry(protocol.questions, asks)?.ask
  return (
    <p className="text-sm text-danger-text">
      {came
        ? words.comesTo(`${path.rule(came.rule)}, ${urgencyText(came, triage)}`)
        : ask
          ? words.asks(ask)
          : words.unfinished}
    </p>
  )
}
