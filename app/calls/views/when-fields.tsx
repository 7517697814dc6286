import { type FormEvent, useRef, useState } from 'react'
import { DateField, TimeField } from '#app/ui/field.tsx'
import { dayText } from '#app/ui/format.ts'
import { type Language, useLanguage } from '#app/ui/language.tsx'
import type { QuickMoment } from '../quick-moments.ts'
import { useWords } from '../words.ts'

type Props = {
  onName: string
  atName?: string
  onLabel: string
  atLabel: string
  quick: QuickMoment[]
  earliest: string
  on: string
  at: string
  errors: { on?: string; at?: string }
  /** What the chosen moment comes to: "Morgen om 09:30 belt u mevrouw Van Santos." */
  sentence?: (moment: string) => string
}

/** A day and a time: one press for what is often meant, or chosen by hand. */
export function WhenFields({ onName, atName, onLabel, atLabel, quick, earliest, on, at, errors, sentence }: Props) {
  const words = useWords().call
  const language = useLanguage()
  const fields = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState({ on, at })
  const follow = ({ target }: FormEvent) => {
    const { name, value } = target as HTMLInputElement
    setChosen((before) => ({ ...before, [name === atName ? 'at' : 'on']: value }))
  }
  const choose = (moment: QuickMoment) => {
    fill(fields.current, onName, moment.on)
    if (atName) fill(fields.current, atName, moment.at ?? '')
  }
  return (
    <div ref={fields} onInput={follow} className="flex flex-col gap-3">
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{words.quickLabel}</legend>
        {quick.map((moment) => (
          <button
            key={moment.code}
            type="button"
            onClick={() => choose(moment)}
            aria-pressed={isChosen(moment, chosen)}
            className="target rounded-full border border-line-strong bg-surface px-4 hover:bg-surface-sunk aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:font-bold aria-pressed:text-accent-ink"
          >
            {moment.code === 'next-calling-day' ? dayText(moment.on, earliest, language) : words.quick[moment.code]}
            {moment.at && <span className="tabular"> {moment.at}</span>}
          </button>
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <DateField name={onName} label={onLabel} hint={undefined} min={earliest} defaultValue={on} error={errors.on} />
        {atName && <TimeField name={atName} label={atLabel} hint={undefined} defaultValue={at} error={errors.at} />}
      </div>
      {sentence && (
        <p aria-live="polite" className="font-bold empty:hidden">
          {chosen.on && chosen.at && sentence(momentWords(chosen, earliest, language))}
        </p>
      )}
    </div>
  )
}

type Chosen = { on: string; at: string }

const isChosen = (moment: QuickMoment, { on, at }: Chosen) =>
  moment.on === on && (moment.at === null || moment.at === at)

/** "Morgen om 09:30" */
function momentWords({ on, at }: Chosen, today: string, language: Language) {
  const day = dayText(on, today, language)
  return `${day.charAt(0).toUpperCase()}${day.slice(1)} ${language === 'nl' ? 'om' : 'at'} ${at}`
}

/** As if it were typed, so that the draft hears of it. */
function fill(fields: HTMLElement | null, name: string, value: string) {
  const input = fields?.querySelector<HTMLInputElement>(`[name="${name}"]`)
  if (!input) return
  input.value = value
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
