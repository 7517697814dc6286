import { type ComponentPropsWithoutRef, type ReactNode, useId, useRef } from 'react'
import { FieldError, type FieldWords, Hint } from '#app/ui/field.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { ariaKeys } from '#app/ui/key-combo.ts'
import { useKeys } from '#app/ui/keys.tsx'
import { useWords } from './words.ts'

type CheckboxProps = Omit<ComponentPropsWithoutRef<'input'>, 'className' | 'name' | 'type'> & {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string
}

export function CheckboxField({ label, hint, error, id, ...rest }: CheckboxProps) {
  const ownId = useId()
  const controlId = id ?? ownId
  const described = [hint && `${controlId}-hint`, error && `${controlId}-error`].filter(Boolean).join(' ')
  return (
    <div className={`flex flex-col gap-1 ${error ? 'border-l-4 border-attention pl-3' : ''}`}>
      {error && <FieldError id={`${controlId}-error`}>{error}</FieldError>}
      <label htmlFor={controlId} className="flex min-h-6 items-start gap-3 py-1 pointer-coarse:min-h-11">
        <input
          {...rest}
          id={controlId}
          type="checkbox"
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          className="size-6 shrink-0"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <div className="pl-9">
          <Hint id={`${controlId}-hint`}>{hint}</Hint>
        </div>
      )}
    </div>
  )
}

export type Choice = { value: string; label: string; hint?: ReactNode; isDisabled?: boolean }

type RadioCardsProps = Pick<FieldWords, 'hint' | 'error' | 'isOptional' | 'isLabelHidden'> & {
  name: string
  label: ReactNode
  options: Choice[]
  /** Keys 1 to 9 choose; each card shows its own. */
  hasNumberKeys?: boolean
  columns?: 1 | 2 | 3
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
}

const grids = { 1: '', 2: '@min-[22.5rem]:grid-cols-2', 3: '@md:grid-cols-2 @2xl:grid-cols-3' }

/** A choice with big cards: real radio buttons, so it posts without script. The first has the field's name as id. */
export function RadioCards({ label, hint, error, isOptional, isLabelHidden, ...choice }: RadioCardsProps) {
  const words = useWords()
  const { name } = choice
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'border-l-4 border-attention pl-3' : ''}>
      <fieldset aria-describedby={described || undefined} className="@container flex min-w-0 flex-col gap-2">
        <legend className={isLabelHidden ? 'sr-only' : 'mb-1 font-bold'}>
          {label}
          {isOptional && <span className="font-normal text-ink-soft"> ({words.optional})</span>}
        </legend>
        {hint && <Hint id={`${name}-hint`}>{hint}</Hint>}
        {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
        <Cards {...choice} label={typeof label === 'string' ? label : ''} />
      </fieldset>
    </div>
  )
}

function Cards({
  options,
  columns = 1,
  hasNumberKeys,
  label,
  ...group
}: Omit<RadioCardsProps, 'label'> & { label: string }) {
  const list = useRef<HTMLDivElement>(null)
  const keyed = hasNumberKeys ? options.slice(0, 9) : []
  const choose = (index: number) => () => {
    const input = list.current?.querySelectorAll('input')[index]
    input?.focus()
    input?.click()
  }
  const bindings = keyed.map((option, index) => {
    const keyLabel = label ? `${label.replace(/[?:]$/, '')}: ${option.label}` : option.label
    return [String(index + 1), { label: keyLabel, run: choose(index) }] as const
  })
  useKeys(Object.fromEntries(bindings), { element: list })
  return (
    <div ref={list} className={`grid gap-2 ${grids[columns]}`}>
      {options.map((option, index) => (
        <Card key={option.value} {...group} option={option} index={index} hasKey={index < keyed.length} />
      ))}
    </div>
  )
}

type CardProps = Pick<RadioCardsProps, 'name' | 'value' | 'defaultValue' | 'onChange'> & {
  option: Choice
  index: number
  hasKey: boolean
}

function Card({ name, value, defaultValue, onChange, option, index, hasKey }: CardProps) {
  const id = index === 0 ? name : `${name}-${index + 1}`
  const hintId = option.hint ? `${id}-note` : undefined
  const state =
    value === undefined ? { defaultChecked: defaultValue === option.value } : { checked: value === option.value }
  return (
    <label
      htmlFor={id}
      className="flex min-h-11 items-start gap-3 rounded-md border border-line-strong bg-surface px-3 py-2 hover:bg-surface-sunk has-checked:border-accent has-checked:bg-accent-soft has-checked:outline-2 has-checked:-outline-offset-2 has-checked:outline-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:text-ink-soft"
    >
      <input
        {...state}
        id={id}
        type="radio"
        name={name}
        value={option.value}
        disabled={option.isDisabled}
        aria-describedby={hintId}
        aria-keyshortcuts={hasKey ? ariaKeys(String(index + 1)) : undefined}
        onChange={() => onChange?.(option.value)}
        className="mt-0.5 size-5 shrink-0 outline-none"
      />
      <span className="flex-1">
        <span className="block">{option.label}</span>
        {option.hint && (
          <span id={hintId} className="block text-sm text-ink-soft">
            {option.hint}
          </span>
        )}
      </span>
      {hasKey && <Kbd keys={String(index + 1)} />}
    </label>
  )
}
