import { useState } from 'react'
import type { Circumstance } from '#app/triage/circumstances.ts'
import { type Step, verdictOf, walk } from '#app/triage/engine.ts'
import { type Answer, type Answers, answers as allAnswers, entry, type Protocol } from '#app/triage/protocol.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'
import type { ShownValueText } from './filled-text.tsx'
import { VerdictCard } from './verdict-card.tsx'

type TryItProps = { protocol: Protocol; values: readonly ShownValueText[] }

/** Somebody answers as a caller would; the protocol is the one that is being typed. Nothing is kept. */
export function TryIt({ protocol, values }: TryItProps) {
  const { tryIt: words, path } = useWords()
  const [given, setGiven] = useState<Answers>({})
  const [circumstances, setCircumstances] = useState<Circumstance[]>([])
  const { steps, at, id } = walk(protocol, given)
  const verdict = verdictOf(protocol, { answers: given, circumstances })
  return (
    <Section title={words.title} lead={words.lead} isPanel>
      <noscript>{words.noScript}</noscript>
      <Said steps={steps} protocol={protocol} />
      <div role="status" className="flex flex-col gap-3">
        {at === 'question' && (
          <p className="text-lg wrap-anywhere">{entry(protocol.questions, id)?.ask || path.noText}</p>
        )}
        {verdict && <VerdictCard protocol={protocol} verdict={verdict} values={values} />}
        {at === 'stuck' && <p className="text-attention-ink">{words.stuck}</p>}
      </div>
      <Buttons steps={steps} asked={at === 'question' ? id : null} setGiven={setGiven} />
      {protocol.raises.length > 0 && (
        <Raises raises={protocol.raises} chosen={circumstances} setChosen={setCircumstances} />
      )}
    </Section>
  )
}

function Said({ steps, protocol }: { steps: Step[]; protocol: Protocol }) {
  const { answers } = useTriageWords()
  if (steps.length === 0) return null
  return (
    <ol className="flex flex-col gap-1 text-sm text-ink-soft">
      {steps.map((step) => (
        <li key={step.question} className="wrap-anywhere">
          {entry(protocol.questions, step.question)?.ask} <strong>{answers[step.answer]}</strong>
        </li>
      ))}
    </ol>
  )
}

type ButtonsProps = { steps: Step[]; asked: string | null; setGiven: (given: Answers) => void }

function Buttons({ steps, asked, setGiven }: ButtonsProps) {
  const { tryIt: words } = useWords()
  const triage = useTriageWords()
  const givenIn = (some: Step[]) => Object.fromEntries(some.map(({ question, answer }) => [question, answer]))
  const answer = (value: Answer) => asked && setGiven({ ...givenIn(steps), [asked]: value })
  return (
    <div className="flex flex-wrap gap-2">
      {asked &&
        allAnswers.map((value) => (
          <Button key={value} onClick={() => answer(value)}>
            {triage.answers[value]}
          </Button>
        ))}
      {steps.length > 0 && (
        <Button variant="plain" onClick={() => setGiven(givenIn(steps.slice(0, -1)))}>
          {words.back}
        </Button>
      )}
      {steps.length > 1 && (
        <Button variant="plain" onClick={() => setGiven({})}>
          {words.again}
        </Button>
      )}
    </div>
  )
}

type RaisesProps = { raises: Circumstance[]; chosen: Circumstance[]; setChosen: (chosen: Circumstance[]) => void }

function Raises({ raises, chosen, setChosen }: RaisesProps) {
  const { tryIt: words } = useWords()
  const triage = useTriageWords()
  const toggle = (one: Circumstance) =>
    setChosen(chosen.includes(one) ? chosen.filter((kept) => kept !== one) : [...chosen, one])
  return (
    <Disclosure label={words.circumstances}>
      <div>
        {raises.map((one) => (
          <CheckboxField
            key={one}
            name={`try-${one}`}
            label={triage.circumstances[one]}
            checked={chosen.includes(one)}
            onChange={() => toggle(one)}
          />
        ))}
      </div>
    </Disclosure>
  )
}
