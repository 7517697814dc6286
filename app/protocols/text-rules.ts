import { typedNumbersIn } from '#app/reference-values/typed-numbers.ts'
import { valueKeys } from '#app/reference-values/value-keys.ts'
import type { TextRules } from './check-texts.ts'

/** Also what is nearly the name of a value, `{ Emergency }`, and a brace that stands alone: it would be read aloud. */
const braces = /\{([^{}]*)\}|[{}]/g

/** What the texts of every protocol may hold. */
export const textRules: TextRules = {
  placeholdersIn: (text) => [...text.matchAll(braces)].map(([whole, key]) => key ?? whole),
  typedNumbersIn,
  known: new Set<string>(valueKeys),
}
