import type { End, Protocol } from '#app/triage/protocol.ts'
import type { Finding, Place, TextField } from './findings.ts'

/** What is known of the numbers and amounts that texts may hold. */
export type TextRules = {
  placeholdersIn: (text: string) => string[]
  /** Telephone numbers and amounts that stand in a text as such. */
  typedNumbersIn: (text: string) => string[]
  /** Keys that have a value. */
  known: ReadonlySet<string>
}

/** Whether an operator has words everywhere, and no number that may be another one tomorrow. */
export function checkTexts(protocol: Protocol, rules: TextRules): Finding[] {
  const noWords: Finding[] =
    protocol.words.length > 0 ? [] : [{ place: { in: 'protocol' }, what: 'no-words', field: 'words' }]
  return [
    ...noWords,
    ...Object.entries(protocol.questions).flatMap(([id, { ask, why }]) =>
      textsOf({ in: 'question', id }, { ask, why }, rules),
    ),
    ...Object.entries(protocol.ends).flatMap(([id, end]) => checkEnd(id, end, rules)),
    ...sameRules(protocol),
  ]
}

function checkEnd(id: string, end: End, rules: TextRules): Finding[] {
  const place = { in: 'end', id } as const
  const { because, say, safety, worse } = end
  const findings = textsOf(place, { because, say, ...(end.class === 'danger' ? {} : { worse }) }, rules)
  if (end.class === 'danger' && safety.length === 0) findings.push({ place, what: 'no-words', field: 'safety' })
  if (end.class === 'urgent' && end.hours === null) findings.push({ place, what: 'no-hours' })
  if (end.class === 'danger') findings.push(...numbersIn(place, worse, rules))
  return [
    ...findings,
    ...safety.flatMap((text) =>
      isEmpty(text) ? [{ place, what: 'no-words', field: 'safety' } as const] : numbersIn(place, text, rules),
    ),
  ]
}

function textsOf(place: Place, texts: Partial<Record<TextField, string>>, rules: TextRules): Finding[] {
  return Object.entries(texts).flatMap(([field, text]): Finding[] =>
    isEmpty(text) ? [{ place, what: 'no-words', field: field as TextField }] : numbersIn(place, text, rules),
  )
}

const numbersIn = (place: Place, text: string, { placeholdersIn, typedNumbersIn, known }: TextRules): Finding[] => [
  ...typedNumbersIn(text).map((typed): Finding => ({ place, what: 'typed-number', text: typed })),
  ...placeholdersIn(text)
    .filter((key) => !known.has(key))
    .map((key): Finding => ({ place, what: 'unknown-value', key })),
]

/** Nothing that can be read aloud, also when something invisible stands there, or a dash. */
const isEmpty = (text: string) => !/[\p{L}\p{N}]/u.test(text)

function sameRules({ ends }: Protocol): Finding[] {
  const first = new Map<number, string>()
  return Object.entries(ends).flatMap(([id, { rule }]): Finding[] => {
    const other = first.get(rule)
    if (other === undefined) first.set(rule, id)
    return other === undefined ? [] : [{ place: { in: 'end', id }, what: 'same-rule', other }]
  })
}
