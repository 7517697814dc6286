import { CheckboxField } from '#app/ui/choice.tsx'
import { dateText, numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { type AskedWarning, warningKey } from '../import-warnings.ts'
import { useWords } from '../words.ts'
import { useLossText } from './homes-text.ts'

/** One tick for each unusual thing: none of them goes by unread. */
export function WarningTicks({ warnings: all }: { warnings: AskedWarning[] }) {
  const { check } = useWords()
  const sentenceOf = useSentences()
  const warnings = all.filter(({ code }) => code !== 'seem-deceased')
  if (warnings.length === 0) return null
  return (
    <fieldset className="rounded-md border-l-4 border-attention bg-attention-soft px-4 py-3">
      <legend className="float-left mb-2 w-full font-bold">{check.confirmTitle}</legend>
      <div className="clear-both flex flex-col gap-1">
        {warnings.map((warning) => (
          <CheckboxField
            key={warningKey(warning)}
            name="confirmed"
            value={warningKey(warning)}
            required
            label={sentenceOf(warning)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function useSentences() {
  const [{ warnings: words, deceased, fields }, language] = [useWords(), useLanguage()]
  const text = (value: number) => numberText(value, language)
  const nameOf = (field: string) => (fields as Record<string, string>)[field] ?? field
  const lossText = useLossText(false)
  return (warning: AskedWarning): string => {
    switch (warning.code) {
      case 'field-changes-much':
        return words[warning.code](nameOf(warning.field), text(warning.rows), warning.percent)
      case 'column-fails':
        return words[warning.code](nameOf(warning.field), {
          failed: text(warning.failed),
          filled: text(warning.filled),
        })
      case 'column-empties':
        return words[warning.code](nameOf(warning.field), { lost: text(warning.lost), had: text(warning.had) })
      case 'column-chosen-otherwise':
        return words[warning.code](warning.header, { chosen: nameOf(warning.field), usual: nameOf(warning.usual) })
      case 'many-gone':
        return words[warning.code](text(warning.gone), text(warning.known), warning.percent)
      case 'many-rejected':
        return words[warning.code](text(warning.rejected), text(warning.rows), warning.percent)
      case 'campaign-loses':
        return words[warning.code](lossText(warning))
      case 'older-list':
        return words[warning.code](dateText(warning.listedOn), dateText(warning.newestListedOn))
      case 'seem-deceased':
        return deceased.title(warning.rows, text(warning.rows))
      case 'mixed-date-orders':
        return words[warning.code](text(warning.rows))
      case 'unknown-tenants':
        return words[warning.code]
    }
  }
}
