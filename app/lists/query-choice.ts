/** A value from an address when it is one of those we know, and the usual one otherwise. */
export const choiceOf = <Value extends string>(asked: string | null, known: readonly Value[], usual: Value): Value =>
  known.find((value) => value === asked) ?? usual

const lastPage = 10_000

/** The page of a list, from 1. */
export function pageOf(asked: string | null): number {
  const page = Number(asked ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1
}

/** An address with only those parts of a filter that are not the usual ones. */
export function filterAddress<Filter extends Record<string, string | number>>(
  path: string,
  filter: Filter,
  usual: Filter,
): string {
  const parts = Object.entries(filter).filter(([name, value]) => value !== usual[name])
  const query = new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString()
  return query ? `${path}?${query}` : path
}
