import iconv from 'iconv-lite'
import type { Field } from '#imports/columns.ts'
import type { ColumnSuggestion } from '#imports/mapping.ts'
import type { Encoding } from '#imports/mapping-schema.ts'

export type LetterExample = { before: string; after: string }

const shownFields: readonly Field[] = ['lastName', 'fullName', 'firstName', 'street', 'addressLine', 'city']
const beyondAscii = /[^\0-\x7f]/

/**
 * What a way of reading letters other than the usual ones does to three names: as they would have come out, and as they
 * do. Names before places. `before` is what was damaged the first time when it was damaged more often.
 */
export function letterExamples(
  rows: readonly (readonly string[])[],
  { suggestions, encoding }: { suggestions: readonly ColumnSuggestion[]; encoding: Encoding },
): LetterExample[] {
  const usual = asUsuallyRead[encoding]
  if (usual === undefined) return []
  const examples = new Map<string, LetterExample>()
  for (const shown of shownFields) {
    const at = suggestions.findIndex(({ field }) => field === shown)
    for (const cells of rows) {
      const after = (cells[at] ?? '').trim()
      if (examples.size < 3 && beyondAscii.test(after)) examples.set(after, { before: usual(after), after })
    }
  }
  return [...examples.values()]
}

const takenFor1252 = (encoding: string) => (text: string) => iconv.decode(iconv.encode(text, encoding), 'windows-1252')

const asUsuallyRead: Partial<Record<Encoding, (text: string) => string>> = {
  macintosh: takenFor1252('macintosh'),
  cp850: takenFor1252('cp850'),
  cp437: takenFor1252('cp437'),
  'utf-8-read-twice': takenFor1252('utf-8'),
}
