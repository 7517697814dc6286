import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { type ImportCounts, rejectedRows } from '../import-counts.ts'
import { useWords } from '../words.ts'

const partNames = ['new', 'changed', 'unchanged', 'rejected', 'duplicate'] as const

/**
 * "18.240 rijen: 310 nieuw, 95 gewijzigd, 17.801 gelijk, 22 afgekeurd, 12 dubbel". `short` leaves out what did not
 * occur; while a list is being judged the noughts say something too.
 */
export function useSumText() {
  const [{ check: words }, language] = [useWords(), useLanguage()]
  const text = (value: number) => numberText(value, language)
  return (counts: ImportCounts, length: 'whole' | 'short' = 'whole') => {
    const all = { ...counts, rejected: rejectedRows(counts) }
    const parts = partNames.filter((name) => length === 'whole' || all[name] > 0)
    const rows = words.rows(counts.rows, text(counts.rows))
    if (parts.length === 0) return rows
    return `${rows}: ${parts.map((name) => `${text(all[name])} ${words.parts[name]}`).join(', ')}`
  }
}
