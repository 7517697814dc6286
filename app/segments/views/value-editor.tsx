import { useState } from 'react'
import { DateField, NumberField } from '#app/ui/field.tsx'
import type { FoundChoices } from '../builder-fields.ts'
import type { Rule } from '../criteria.ts'
import { problemOf } from '../edit-criteria.ts'
import type { DateRange, NumberRange, RuleValue, ValueKind } from '../field.ts'
import { useWords } from '../words.ts'
import { ChoicesEditor } from './choices-editor.tsx'

type Props = { rule: Rule; kind: ValueKind; choices: FoundChoices; onChange: (rule: Rule) => void }

/** Writes each change at once: what is not right yet stays in the sentence as "nog invullen". */
export function ValueEditor({ rule, kind, choices, onChange }: Props) {
  const error = useProblem(rule)
  const words = useWords().builder
  const write = (value: RuleValue) => onChange({ ...rule, value })
  switch (kind.kind) {
    case 'none':
      return null
    case 'number':
      return <WholeNumber {...kind} label={words.value} value={rule.value as number} error={error} onChange={write} />
    case 'numbers':
      return <WholeNumbers {...kind} value={rule.value as NumberRange} error={error} onChange={write} />
    case 'date':
      return (
        <DateField
          name="value"
          label={words.value}
          value={rule.value as string}
          error={error}
          onChange={({ target }) => write(target.value)}
        />
      )
    case 'dates':
      return <Dates value={rule.value as DateRange} error={error} onChange={write} />
    case 'choices':
      return <ChoicesEditor list={kind.list} found={choices} value={rule.value as string[]} onChange={write} />
  }
}

function useProblem(rule: Rule): string | undefined {
  const words: Record<string, string> = useWords().errors
  const problem = problemOf(rule)
  return problem === null ? undefined : (words[problem] ?? words.required)
}

type Bounds = Extract<ValueKind, { kind: 'number' | 'numbers' }>
type NumberProps = Pick<Bounds, 'unit'> & {
  name?: string
  label: string
  value: number
  error?: string
  onChange: (value: number) => void
}

// The text is kept as typed: a number that is being typed is not a number at every moment.
function WholeNumber({ unit, name = 'value', label, value, error, onChange }: NumberProps) {
  const words = useWords()
  const [text, setText] = useState(Number.isInteger(value) ? String(value) : '')
  return (
    <NumberField
      name={name}
      label={label}
      unit={words.units[unit]}
      value={text}
      error={error}
      maxLength={7}
      onChange={({ target }) => {
        setText(target.value)
        onChange(/^\d+$/.test(target.value.trim()) ? Number(target.value) : Number.NaN)
      }}
    />
  )
}

type RangeProps<Range> = { value: Range; error?: string; onChange: (value: Range) => void }

function WholeNumbers({ value, error, onChange, unit }: RangeProps<NumberRange> & Pick<Bounds, 'unit'>) {
  const words = useWords().builder
  return (
    <div className="flex flex-wrap gap-4">
      <WholeNumber
        name="from"
        unit={unit}
        label={words.from}
        value={value.from}
        error={error}
        onChange={(from) => onChange({ ...value, from })}
      />
      <WholeNumber
        name="to"
        unit={unit}
        label={words.to}
        value={value.to}
        onChange={(to) => onChange({ ...value, to })}
      />
    </div>
  )
}

function Dates({ value, error, onChange }: RangeProps<DateRange>) {
  const words = useWords().builder
  return (
    <div className="flex flex-wrap gap-4">
      <DateField
        name="from"
        label={words.from}
        value={value.from}
        error={error}
        onChange={({ target }) => onChange({ ...value, from: target.value })}
      />
      <DateField
        name="to"
        label={words.to}
        value={value.to}
        onChange={({ target }) => onChange({ ...value, to: target.value })}
      />
    </div>
  )
}
