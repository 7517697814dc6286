import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { ImportCounts } from '../import-counts.ts'
import { useWords } from '../words.ts'
import { ListEffectsText } from './list-effects.tsx'
import { useSumText } from './sum-text.ts'

/** The sum of a list in one sentence, with who went and who came back under it. */
export function ListSum({ counts, isDone }: { counts: ImportCounts; isDone: boolean }) {
  const [{ check: words }, language] = [useWords(), useLanguage()]
  const sumText = useSumText()
  const text = (value: number) => numberText(value, language)
  const isNothing = counts.new + counts.changed + counts.gone === 0
  return (
    <div className="flex flex-col gap-1">
      <p className="tabular text-lg font-bold">{sumText(counts)}</p>
      {counts.gone > 0 && <p>{words.gone(counts.gone, text(counts.gone))}</p>}
      {counts.effects && <ListEffectsText effects={counts.effects} isDone={isDone} />}
      {counts.returned > 0 && <p>{words.returned(counts.returned, text(counts.returned))}</p>}
      {isNothing && <p>{words.nothing}</p>}
      <p className="text-ink-soft">{words.homes(counts.homes, text(counts.homes))}</p>
    </div>
  )
}
