/** A value from an address when it is one of those we know, and the initial one otherwise. */
export const choiceOf = <Value extends string>(text: string | null, known: readonly Value[], initial: Value): Value =>
  known.find((value) => value === text) ?? initial

/** A list of a million rows has twenty thousand pages. */
const lastPage = 100_000

/** The page of a list, from 1. */
export function pageOf(text: string | null): number {
  const page = Number(text ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1
}

const searchCode = /^[\w-]{1,1000}$/

/** What stands in an address for the text somebody looks for; only its seal says whether it is one. */
export const searchCodeOf = (text: string | null) => (text && searchCode.test(text) ? text : '')

/** An address with only those parts of a filter that are not the initial ones. */
export function filterAddress<Filter extends Record<string, string | number>>(
  path: string,
  filter: Filter,
  initial: Filter,
): string {
  const parts = Object.entries(filter).filter(([name, value]) => value !== initial[name])
  const query = new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString()
  return query ? `${path}?${query}` : path
}
