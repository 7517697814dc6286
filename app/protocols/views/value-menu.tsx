import type { RefObject } from 'react'
import { useWords as useValueWords } from '#app/reference-values/words.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useWords } from '../words.ts'
import type { ShownValueText } from './filled-text.tsx'

type ValueMenuProps = { values: readonly ShownValueText[]; form: RefObject<HTMLFormElement | null> }
type Written = HTMLTextAreaElement | HTMLInputElement

const textFields = 'textarea, input[type=text]:not([inputmode])'

/** Puts a value where the cursor last was, or behind the first text. Without script its name between braces can be typed. */
export function ValueMenu({ values, form }: ValueMenuProps) {
  const { form: words } = useWords()
  const { names } = useValueWords()
  const insert = (key: string) => {
    const fields = [...(form.current?.querySelectorAll<Written>(textFields) ?? [])]
    const field = fields.find((one) => one.dataset.isLast) ?? fields[0]
    if (!field) return
    field.setRangeText(
      `{${key}}`,
      field.selectionStart ?? field.value.length,
      field.selectionEnd ?? field.value.length,
      'end',
    )
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }
  return (
    <Disclosure label={words.values}>
      <p className="text-sm text-ink-soft">{words.valuesHint}</p>
      <ul className="flex flex-col">
        {values.map(({ key, text }) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => insert(key)}
              className="target flex w-full flex-wrap items-baseline justify-between gap-x-4 rounded-sm px-2 py-1 text-left hover:bg-surface-sunk"
            >
              <span className="text-accent">{names[key]}</span>
              <span className={text ? '' : 'text-attention-ink'}>{text ?? words.missing}</span>
              <code className="w-full text-sm text-ink-soft">{`{${key}}`}</code>
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** Remembers in which text the cursor was: the menu takes the focus away from it. */
export function markLast({ target, currentTarget }: React.FocusEvent<HTMLFormElement>) {
  if (!(target as Element).matches(textFields)) return
  for (const field of currentTarget.querySelectorAll<Written>(textFields)) delete field.dataset.isLast
  ;(target as Element as Written).dataset.isLast = 'on'
}
