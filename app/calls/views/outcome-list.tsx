import { type RefObject, useRef } from 'react'
import { type Outcome, outcomeCodes, outcomeRule } from '#app/conversations/outcomes.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.tsx'
import { useWords } from '../words.ts'

const keyed = outcomeCodes.filter((outcome) => outcomeRule(outcome).key !== null)
const rare = outcomeCodes.filter((outcome) => outcomeRule(outcome).key === null)

type Props = { selected: string; onChoose: (outcome: Outcome, isByKey: boolean) => void; onClear: () => void }

/**
 * The thirteen outcomes. Those with a question are radio buttons, those without are buttons that send the form, so both
 * work before any script has run. Bare digits rest while somebody types; Alt with the digit always works.
 */
export function OutcomeList({ selected, onChoose, onClear }: Props) {
  const words = useWords()
  const list = useRef<HTMLFieldSetElement>(null)
  useOutcomeKeys(list, onChoose)
  const clear = () => {
    for (const radio of list.current?.querySelectorAll<HTMLInputElement>('input:checked') ?? []) radio.checked = false
    onClear()
  }
  const isRareSelected = (rare as string[]).includes(selected)
  return (
    <fieldset ref={list} id="outcome" tabIndex={-1} className="flex min-w-0 scroll-mt-4 flex-col gap-1.5 outline-none">
      <legend className="mb-2 text-lg font-bold">{words.call.outcome}</legend>
      {keyed.map((outcome) => (
        <OutcomeCard key={outcome} outcome={outcome} isSelected={selected === outcome} onChoose={onChoose} />
      ))}
      <button
        type="button"
        onClick={clear}
        className={`target self-start font-bold text-accent ${selected === '' ? 'hidden' : ''}`}
      >
        {words.call.otherOutcome}
      </button>
      <details open={isRareSelected || undefined} className={`group ${isRareSelected ? '' : foldedAway}`}>
        <summary className="target flex items-center gap-2 rounded-md px-3 font-bold text-accent">
          <Icon name="down" className="size-4 group-open:rotate-180" />
          {words.call.moreOutcomes}
        </summary>
        <div className="mt-1 flex flex-col gap-1.5">
          {rare.map((outcome) => (
            <OutcomeCard key={outcome} outcome={outcome} isSelected={selected === outcome} onChoose={onChoose} />
          ))}
        </div>
      </details>
    </fieldset>
  )
}

function useOutcomeKeys(list: RefObject<HTMLFieldSetElement>, onChoose: Props['onChoose']) {
  const words = useWords()
  const bindings = keyed.flatMap((outcome) => {
    const { key } = outcomeRule(outcome)
    const run = () => pressed(list.current, outcome, onChoose)
    return [
      [String(key), { label: words.outcomes[outcome], run }],
      [`alt+${key}`, run],
    ] as const
  })
  useKeys(Object.fromEntries(bindings), { element: list })
}

function pressed(list: HTMLFieldSetElement | null, outcome: Outcome, onChoose: Props['onChoose']) {
  const radio = list?.querySelector<HTMLInputElement>(`#outcome-${outcome}`)
  if (radio) {
    radio.checked = true
    radio.focus()
    radio.dispatchEvent(new Event('input', { bubbles: true }))
  }
  onChoose(outcome, true)
}

// The choice that was made is enough; the others come back with a press.
const foldedAway = 'group-has-[input[name=outcome]:checked]/call:hidden'
const card =
  'target group-has-[input[name=outcome]:checked]/call:not-has-checked:hidden flex w-full items-center gap-3 rounded-md border border-line-strong bg-surface px-3 py-1.5 text-left hover:bg-surface-sunk has-checked:border-accent has-checked:bg-accent-soft has-checked:font-bold has-checked:outline-2 has-checked:-outline-offset-2 has-checked:outline-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus'

type CardProps = { outcome: Outcome; isSelected: boolean; onChoose: Props['onChoose'] }

function OutcomeCard({ outcome, isSelected, onChoose }: CardProps) {
  if (outcomeRule(outcome).sendsAtOnce) return <SendingCard outcome={outcome} onChoose={onChoose} />
  return <ChoiceCard outcome={outcome} isSelected={isSelected} onChoose={onChoose} />
}

/** Nothing more is asked: the press sends the form. */
function SendingCard({ outcome, onChoose }: Omit<CardProps, 'isSelected'>) {
  const words = useWords()
  const { key } = outcomeRule(outcome)
  return (
    <button
      type="submit"
      name="outcome"
      value={outcome}
      className={card}
      aria-keyshortcuts={String(key)}
      onClick={(event) => {
        event.preventDefault()
        onChoose(outcome, false)
      }}
    >
      <Icon name="right" className="size-5 text-ink-soft" />
      <span className="flex-1 whitespace-nowrap">{words.outcomes[outcome]}</span>
      <span className="text-right text-xs text-ink-soft">{words.call.straightOn}</span>
      <Kbd keys={String(key)} />
    </button>
  )
}

/** What shows the questions of an outcome while it is chosen, by the browser itself. */
export function questionsOf(outcome: Outcome) {
  const { opensNotes, takesNote, takesMoment, asks, asksWho, home } = outcomeRule(outcome)
  return {
    'data-home': home.next,
    'data-opens-notes': opensNotes || undefined,
    'data-takes-note': takesNote || undefined,
    'data-asks-who': asksWho ?? undefined,
    'data-takes-moment': takesMoment || undefined,
    'data-asks': asks ?? undefined,
  }
}

function ChoiceCard({ outcome, isSelected, onChoose }: CardProps) {
  const words = useWords()
  const { key } = outcomeRule(outcome)
  return (
    <label className={card}>
      <input
        type="radio"
        name="outcome"
        id={`outcome-${outcome}`}
        value={outcome}
        defaultChecked={isSelected}
        aria-keyshortcuts={key === null ? undefined : String(key)}
        onChange={() => onChoose(outcome, false)}
        {...questionsOf(outcome)}
        className="size-5 shrink-0 outline-none"
      />
      <span className="flex-1">{words.outcomes[outcome]}</span>
      {key !== null && <Kbd keys={String(key)} />}
    </label>
  )
}
