import type { HistoryWords } from '#app/tenants/history.ts'
import { dateText } from '#app/ui/format.ts'
import { isDateKind } from '#imports/columns.ts'
import type { FieldChange } from './field-changes.ts'
import { kindOfChange } from './list-columns.ts'
import type { ListEvent } from './tenant-history.server.ts'
import { en as wordsEn } from './words.en.ts'
import { nl as wordsNl } from './words.nl.ts'

type Titles = Record<'new' | 'changed' | 'gone' | 'returned', string> & {
  of: (day: string, fileName: string) => string
  undone: string
  yes: string
  no: string
}
type Words = Pick<typeof wordsNl | typeof wordsEn, 'fields' | 'rows'>

function sentences({ fields, rows }: Words, titles: Titles): HistoryWords<ListEvent> {
  const value = (field: string, text: string | null) => {
    if (text === null || text === '') return rows.emptyValue
    const kind = kindOfChange(field)
    if (kind && isDateKind(kind)) return dateText(text)
    return text === 'true' ? titles.yes : text === 'false' ? titles.no : text
  }
  const line = ({ field, before, after }: FieldChange) =>
    `${(fields as Record<string, string>)[field] ?? field}: ${value(field, before)} → ${value(field, after)}`
  const sentence = (title: string) => (facts: ListEvent['facts']) => [
    title,
    titles.of(dateText(facts.listedOn), facts.fileName),
    ...facts.changes.map(line),
    facts.isUndone ? titles.undone : '',
  ]
  return {
    'list:new': sentence(titles.new),
    'list:changed': sentence(titles.changed),
    'list:gone': sentence(titles.gone),
    'list:returned': sentence(titles.returned),
  }
}

export const nl = sentences(wordsNl, {
  new: 'Nieuw op de lijst',
  changed: 'Gewijzigd door de lijst',
  gone: 'Niet meer op de lijst',
  returned: 'Weer op de lijst',
  of: (day, fileName) => `Lijst van ${day}: ${fileName}`,
  undone: 'Deze lijst is teruggedraaid.',
  yes: 'ja',
  no: 'nee',
})

export const en = sentences(wordsEn, {
  new: 'New on the list',
  changed: 'Changed by the list',
  gone: 'No longer on the list',
  returned: 'Back on the list',
  of: (day, fileName) => `List of ${day}: ${fileName}`,
  undone: 'This list was undone.',
  yes: 'yes',
  no: 'no',
})
