import { numberText } from '#app/ui/format.ts'
import { useLanguage, useWords } from '#app/ui/language.tsx'
import { type ImportCounts, rejectedRows } from '../../counts.ts'
import { en } from '../../words.en.ts'
import { nl } from '../../words.nl.ts'

/** "18.240 rijen: 310 nieuw, 95 gewijzigd, 17.801 gelijk, 22 afgekeurd, 12 dubbel" */
export function useSumText() {
  const [words, language] = [useWords({ nl, en }), useLanguage()]
  const text = (value: number) => numberText(value, language)
  return (counts: ImportCounts) =>
    words.check.sum({
      rows: counts.rows,
      rowsText: text(counts.rows),
      new: text(counts.new),
      changed: text(counts.changed),
      unchanged: text(counts.unchanged),
      rejected: text(rejectedRows(counts)),
      duplicate: text(counts.duplicate),
    })
}
