import type { Catalogue } from '#app/ui/catalogue.ts'
import { type Criteria, isRule, operatorOf, type Rule } from './criteria.ts'
import { isComplete } from './edit-criteria.ts'
import { type ChoiceList, hasCodes, type NameOf } from './field.ts'
import { fieldOf } from './fields.ts'
import type { Clause } from './phrases.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

type Language = 'nl' | 'en'
type Words = Catalogue<typeof nl>
const wordsIn = (language: Language): Words => (language === 'nl' ? nl : en)

/** The word for a code out of our own lists; what comes from the tenant list is its own word. */
export function choiceName(list: ChoiceList, value: string, language: Language): string {
  if (!hasCodes(list)) return value
  const names: Record<string, string> = wordsIn(language)[list]
  return Object.hasOwn(names, value) ? (names[value] ?? value) : value
}

/** How a rule says itself: "die [80 jaar of ouder] zijn". One that is still being filled in says what is missing. */
export function clauseOf(rule: Rule, isNegated: boolean, language: Language): Clause {
  const operator = operatorOf(rule)
  if (!operator || !isComplete(rule)) {
    const label = fieldOf(rule.field).label[language]
    return { before: '', chip: wordsIn(language).builder.notFilledIn(label), after: '' }
  }
  const { value } = operator
  const nameOf: NameOf = (code) => (value.kind === 'choices' ? choiceName(value.list, code, language) : code)
  return operator[language](rule.value as never, nameOf)[isNegated ? 'isNot' : 'is']
}

/** One step of the funnel, so that the steps read on as the sentence: "die 80 jaar of ouder zijn", "en geen …". */
export function stepText(part: Criteria, step: number, language: Language): string {
  const { builder } = wordsIn(language)
  return `${step === 0 ? builder.who : builder.and} ${longText(part, language, step === 0)}`
}

/** The whole sentence: "Huurders die 80 jaar of ouder zijn en geen e-mailadres hebben". */
export function sentenceOf(criteria: Criteria, language: Language): string {
  const { builder } = wordsIn(language)
  const text = longText(criteria, language, true)
  return text === '' ? builder.everybody : `${builder.tenantsWho} ${text}`
}

function longText(criteria: Criteria, language: Language, isOutermost = false): string {
  const { builder } = wordsIn(language)
  if (isRule(criteria)) return joined(clauseOf(criteria, false, language))
  if ('not' in criteria) {
    if (isRule(criteria.not)) return joined(clauseOf(criteria.not, true, language))
    return `${builder.not} (${longText(criteria.not, language, true)})`
  }
  const [parts, word] = 'all' in criteria ? [criteria.all, builder.and] : [criteria.any, builder.or]
  const text = parts.map((part) => longText(part, language)).join(` ${word} `)
  return isOutermost || parts.length < 2 ? text : `(${text})`
}

const joined = ({ before, chip, after }: Clause) => [before, chip, after].filter(Boolean).join(' ')
