/** All that stands in the form: name to what was typed or chosen. What a draft keeps. */
export type DraftFields = Record<string, string[]>

/** Names that belong to one opening of the form, not to what was typed. */
const notTyped = new Set(['key', 'fence', 'startedAt', 'afterwards'])

export function typedIn(form: FormData): DraftFields {
  const typed: DraftFields = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && !notTyped.has(name)) typed[name] = [...(typed[name] ?? []), value]
  }
  return typed
}

export const first = (typed: DraftFields, name: string): string => typed[name]?.[0] ?? ''
export const last = (typed: DraftFields, name: string): string => typed[name]?.at(-1) ?? ''
export const isTicked = (typed: DraftFields, name: string): boolean => (typed[name]?.length ?? 0) > 0

/** All that is written in free words about a tenant. */
export const freeTextsOf = (typed: DraftFields): string[] =>
  Object.entries(typed).flatMap(([name, values]) =>
    /^(notes|urgentRang)$|-(promise|question)$/.test(name) ? values : [],
  )

/** The numbers of the blocks of a kind, in order: `followUp-0-kind`, `followUp-3-kind` give 0 and 3. */
export function blocksOf(typed: DraftFields, kind: 'followUp' | 'referral' | 'gesture'): number[] {
  const numbers = Object.keys(typed)
    .map((name) => new RegExp(`^${kind}-(\\d{1,2})-`).exec(name)?.[1])
    .filter((text) => text !== undefined)
    .map(Number)
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** From here on the blocks stand there for browsers without script, whether something was promised or not. */
export const firstScriptless = 90
const words = ['promise', 'dueOn', 'question', 'agencyId', 'text']

/** The form without the blocks that a browser without script showed and nobody used. */
export function withoutUnusedBlocks(form: FormData): FormData {
  const used = new FormData()
  for (const [name, value] of form) {
    const [, family, number] = /^(followUp|referral|gesture)-(\d{1,2})-/.exec(name) ?? []
    const isAsked = !family || Number(number) < firstScriptless
    const isFilled = words.some((word) => String(form.get(`${family}-${number}-${word}`) ?? '').trim() !== '')
    if (isAsked || isFilled) used.append(name, value)
  }
  return used
}

const families = { followUps: 'followUp', referrals: 'referral', gestures: 'gesture' } as const

/** `followUps.1.dueOn` is the second promise that was sent; the form knows it as `followUp-3-dueOn`. */
export function errorsByField(errors: Record<string, string>, typed: DraftFields): Record<string, string> {
  const named = Object.entries(errors).map(([path, code]) => {
    const [list = '', place, field] = path.split('.')
    const family = families[list as keyof typeof families]
    return [family ? `${family}-${blocksOf(typed, family)[Number(place)]}-${field}` : path, code] as const
  })
  return Object.fromEntries(named)
}
