import { type DraftFields, first } from '#app/claims/draft-fields.ts'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { blockFieldOf } from '../form-blocks.ts'
import type { CallWords } from '../words.ts'

type Problem = { field: string; code: string }

/** What was refused, as a sentence that names its field: "Kaartje: schrijf wat erop komt." */
export function problemText(words: CallWords, { field, code }: Problem, draftFields: DraftFields): string {
  const { problems, problemNames, add } = words.call
  const block = blockFieldOf(field)
  const of = block?.field ?? field
  const sentence = sentenceOf(problems, `${of}.${code}`, sentenceOf(words.refusals, code, words.refusals.other ?? code))
  const kind = block && (first(draftFields, `${block.family}-${block.number}-kind`) || block.family)
  const name = kind ? sentenceOf(add, kind, '') : sentenceOf(problemNames, of, '')
  return name ? `${name}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` : sentence
}

/** The sentences of a form that was refused, by field. */
export function problemTexts(words: CallWords, errors: Record<string, string>, draftFields: DraftFields) {
  return Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, problemText(words, { field, code }, draftFields)]),
  )
}
