import { useMemo, useState } from 'react'
import { CheckboxField } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { dateText, numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { type AskedWarning, warningKey } from '../import-warnings.ts'
import { useWords } from '../words.ts'
import { useLossText } from './homes-text.ts'

type WarningTicksProps = { warnings: AskedWarning[]; isRefused: boolean }

/** One tick for each unusual thing: none of them goes by unread. `isRefused`: it was sent without all of them. */
export function WarningTicks({ warnings: all, isRefused }: WarningTicksProps) {
  const sentenceOf = useSentences()
  const { check } = useWords()
  const [ticked, setTicked] = useState<Record<string, boolean>>({})
  const warnings = all.filter(({ code }) => code !== 'seem-deceased')
  const missing = warnings.findIndex((warning) => !ticked[warningKey(warning)])
  return (
    <div className="flex flex-col gap-4">
      {isRefused && <Unanswered field={missing < 0 ? 'died' : tickId(missing)} warnings={all} />}
      {warnings.length > 0 && (
        <fieldset className="rounded-md border-l-4 border-attention bg-attention-soft px-4 py-3">
          <legend className="float-left mb-2 w-full font-bold">{check.confirmTitle}</legend>
          <div className="clear-both flex flex-col gap-1">
            {warnings.map((warning, index) => (
              <CheckboxField
                key={warningKey(warning)}
                id={tickId(index)}
                name="confirmed"
                value={warningKey(warning)}
                label={sentenceOf(warning)}
                error={isRefused && !ticked[warningKey(warning)] ? check.tickThis : undefined}
                onChange={({ target }) => setTicked({ ...ticked, [target.value]: target.checked })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </div>
  )
}

const tickId = (index: number) => `confirmed-${index + 1}`

/** Takes the focus each time the list was sent with a question open. */
function Unanswered({ field, warnings }: { field: string; warnings: AskedWarning[] }) {
  const message = useWords().answers['warnings-unconfirmed']
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer of the server brings the warnings anew, a tick does not
  const problems = useMemo(() => [{ field, message }], [warnings])
  return <ErrorSummary problems={problems} />
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
