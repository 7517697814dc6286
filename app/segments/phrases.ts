/** A rule as part of "Huurders die …": the chip is what can be pressed to change it. */
export type Clause = { before: string; chip: string; after: string }
export type Phrase = { is: Clause; isNot: Clause }

/** Dutch ends with its verb: die [80 jaar of ouder] zijn, die niet [80 jaar of ouder] zijn. */
export const dutch = (chip: string, verb: string, notChip?: string): Phrase => ({
  is: { before: '', chip, after: verb },
  isNot: { before: notChip ? '' : 'niet', chip: notChip ?? chip, after: verb },
})

/** English begins with it: who are [80 or over], who are not [80 or over]. */
export const english = ([verb, notVerb]: readonly [string, string], chip: string, notChip?: string): Phrase => ({
  is: { before: verb, chip, after: '' },
  isNot: { before: notChip ? verb : notVerb, chip: notChip ?? chip, after: '' },
})

export const are = ['are', 'are not'] as const
export const have = ['have', 'do not have'] as const
export const had = ['had', 'did not have'] as const
export const live = ['live', 'do not live'] as const

/** `Aa, Bb of Cc`, shortened when it is long. */
function oneOf(names: readonly string[], or: 'of' | 'or', more: (count: number) => string) {
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} ${or} ${more(names.length - 3)}`
  return names.length < 2 ? (names[0] ?? '…') : `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1)}`
}
export const anyOfNl = (names: readonly string[]) => oneOf(names, 'of', (count) => `${count} andere`)
export const anyOfEn = (names: readonly string[]) => oneOf(names, 'or', (count) => `${count} others`)

export const dayMonthYear = (date: string) => date.split('-').reverse().join('-')

/** `90 dagen`, `1 dag`, `1 jaar` for 365. */
const daysNl = (days: number) => (days === 365 ? 'jaar' : days === 1 ? 'dag' : `${days} dagen`)
const daysEn = (days: number) => (days === 365 ? 'year' : days === 1 ? 'day' : `${days} days`)
const theLast = (days: number) => (days === 365 || days === 1 ? 'het laatste' : 'de laatste')
export const inLastNl = (days: number) => (days === 1 ? 'sinds gisteren' : `in ${theLast(days)} ${daysNl(days)}`)
export const inLastEn = (days: number) => (days === 1 ? 'since yesterday' : `in the last ${daysEn(days)}`)
