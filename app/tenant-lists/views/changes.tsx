import { dateText, numberText } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { isDateKind } from '#imports/columns.ts'
import type { FieldChange } from '../field-changes.ts'
import { kindOfChange } from '../list-columns.ts'
import { useWords } from '../words.ts'

/** Old and new of each field, one under another. */
export function Changes({ changes }: { changes: FieldChange[] }) {
  const { fields, rows } = useWords()
  const textOf = useValues()
  if (changes.length === 0) return <span className="text-ink-soft">{rows.hiddenChange}</span>
  return (
    <ul className="flex flex-col gap-1">
      {changes.map(({ field, before, after }) => (
        <li key={field} className="wrap-anywhere">
          <span className="font-bold">{(fields as Record<string, string>)[field] ?? field}</span>
          {field !== 'goneSince' && (
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="sr-only">{rows.before}</span>
              <del className="text-ink-soft decoration-1">{textOf(field, before)}</del>
              <Icon name="right" className="size-4 text-ink-soft" />
              <span className="sr-only">{rows.after}</span>
              <ins className="no-underline">{textOf(field, after)}</ins>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function useValues() {
  const [{ rows }, language] = [useWords(), useLanguage()]
  return (field: string, value: string | null): string => {
    if (value === null || value === '') return rows.emptyValue
    const kind = kindOfChange(field)
    if (kind && isDateKind(kind)) return dateText(value)
    if (kind === 'amount') return `€ ${numberText(Number(value) / 100, language, 2)}`
    if (value === 'true' || value === 'false')
      return value === 'true' ? (language === 'nl' ? 'ja' : 'yes') : language === 'nl' ? 'nee' : 'no'
    return value
  }
}
