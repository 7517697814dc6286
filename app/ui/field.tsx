import { type ComponentPropsWithoutRef, type FormEvent, type ReactNode, useId } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { useWords } from './words.ts'

export type FieldWords = {
  label: string
  hint?: ReactNode
  error?: string
  isOptional?: boolean
  isLabelHidden?: boolean
}

type Control = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }
type FieldProps = FieldWords & { id?: string; className?: string; children: (control: Control) => ReactNode }

/** Label above, hint under it, then what is wrong, then the control: read in that order, by eye and by ear. */
export function Field({ label, hint, error, isOptional, isLabelHidden, id, className = '', children }: FieldProps) {
  const words = useWords()
  const ownId = useId()
  const controlId = id ?? ownId
  const described = [hint && `${controlId}-hint`, error && `${controlId}-error`].filter(Boolean).join(' ')
  return (
    <div className={`flex flex-col gap-1 ${error ? 'border-l-4 border-attention pl-3' : ''} ${className}`}>
      <label htmlFor={controlId} className={isLabelHidden ? 'sr-only' : 'font-bold'}>
        {label}
        {isOptional && <span className="font-normal text-ink-soft"> ({words.optional})</span>}
      </label>
      {hint && <Hint id={`${controlId}-hint`}>{hint}</Hint>}
      {error && <FieldError id={`${controlId}-error`}>{error}</FieldError>}
      {children({
        id: controlId,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  )
}

export const Hint = ({ id, children }: { id: string; children: ReactNode }) => (
  <div id={id} className="text-sm text-ink-soft">
    {children}
  </div>
)

export const FieldError = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} className="flex gap-1.5 text-sm font-bold text-attention-ink">
    <Icon name="alert" className="mt-0.5 size-4.5" />
    {children}
  </p>
)

const control =
  'target rounded-md border border-line-strong bg-surface px-3 py-1.5 text-ink disabled:bg-surface-sunk disabled:text-ink-soft aria-invalid:border-2 aria-invalid:border-attention'

type Named = { name: string }
type InputProps = Omit<ComponentPropsWithoutRef<'input'>, 'className' | 'name'> & FieldWords & Named

/** Takes the field's words out of what goes to the control itself. The id is the name, so that ErrorSummary can point to it. */
function split<Props extends FieldWords & Named & { id?: string }>(props: Props) {
  const { label, hint, error, isOptional, isLabelHidden, id, ...rest } = props
  return { words: { label, hint, error, isOptional, isLabelHidden, id: id ?? props.name }, rest }
}

export function TextField(props: InputProps) {
  const { words, rest } = split(props)
  return (
    <Field {...words}>
      {(tie) => <input type="text" {...rest} {...tie} className={`${control} w-full read-only:bg-surface-sunk`} />}
    </Field>
  )
}

type TextAreaProps = Omit<ComponentPropsWithoutRef<'textarea'>, 'className' | 'name'> & FieldWords & Named

/** Grows with what is typed. */
export function TextArea(props: TextAreaProps) {
  const { words, rest } = split(props)
  const onInput = (event: FormEvent<HTMLTextAreaElement>) => {
    rest.onInput?.(event)
    if (!CSS.supports('field-sizing', 'content')) growToFit(event.currentTarget)
  }
  const size = 'min-h-24 w-full max-h-[70vh] resize-y field-sizing-content'
  return (
    <Field {...words}>
      {(tie) => <textarea {...rest} {...tie} onInput={onInput} className={`${control} ${size}`} />}
    </Field>
  )
}

function growToFit(area: HTMLTextAreaElement) {
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}

/** Digits only, typed as text: a number input changes its value under a scrolling mouse. `unit` stands behind it. */
export function NumberField({ unit, ...props }: InputProps & { unit?: string }) {
  const { words, rest } = split(props)
  return (
    <Field {...words}>
      {(tie) => (
        <span className="flex items-center gap-2">
          <input
            type="text"
            inputMode="numeric"
            pattern="[0-9]*"
            autoComplete="off"
            {...rest}
            {...tie}
            className={`${control} tabular w-28 text-right`}
          />
          {unit && <span>{unit}</span>}
        </span>
      )}
    </Field>
  )
}

export type SelectOption = { value: string; label: string; isDisabled?: boolean }
type SelectProps = Omit<ComponentPropsWithoutRef<'select'>, 'className' | 'name' | 'children'> & FieldWords & Named

/** `placeholder` adds an empty first choice; pass `''` for the usual word. */
export function SelectField({
  options,
  placeholder,
  ...props
}: SelectProps & { options: SelectOption[]; placeholder?: string }) {
  const words = useWords()
  const { words: fieldWords, rest } = split(props)
  return (
    <Field {...fieldWords}>
      {(tie) => (
        <select {...rest} {...tie} className={`${control} w-full max-w-md`}>
          {placeholder !== undefined && <option value="">{placeholder || words.chooseOne}</option>}
          {options.map(({ value, label, isDisabled }) => (
            <option key={value} value={value} disabled={isDisabled}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** The browser's own date input; the value is `2026-11-22`. */
export function DateField(props: InputProps) {
  const words = useWords()
  const { words: fieldWords, rest } = split({ hint: words.dateHint, ...props })
  return (
    <Field {...fieldWords}>{(tie) => <input type="date" {...rest} {...tie} className={`${control} w-44`} />}</Field>
  )
}

/** The browser's own time input; the value is `14:30`. */
export function TimeField(props: InputProps) {
  const words = useWords()
  const { words: fieldWords, rest } = split({ hint: words.timeHint, ...props })
  return (
    <Field {...fieldWords}>{(tie) => <input type="time" {...rest} {...tie} className={`${control} w-32`} />}</Field>
  )
}
