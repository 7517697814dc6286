import { choiceOf, filterAddress, pageOf } from './query-choice.ts'

/** One choice above a list: its values in the order they are shown, and the one that stands when nothing was chosen. */
type Part = { values: readonly string[]; initial: string }
type Parts = Record<string, Part>

/** What a list shows: every part stands in the address, so that a link brings it back. */
export type FilterOf<Choices extends Parts> = {
  [Name in keyof Choices]: Choices[Name]['values'][number]
} & { page: number }

/** Beside each choice how many rows it leads to; `total` is what the list holds with all parts of the filter. */
export type CountsOf<Choices extends Parts> = {
  [Name in keyof Choices]: Record<Choices[Name]['values'][number], number>
} & { total: number }

export type ListFilter<Choices extends Parts> = {
  path: string
  perPage: number
  parts: Choices
  /** Parts that make no sense beside the others fall back. */
  settle: (filter: FilterOf<Choices>) => FilterOf<Choices>
  /** Anything odd in an address falls back to the initial value; `fixed` is not for this person to choose. */
  read: (parameters: URLSearchParams, fixed?: Partial<FilterOf<Choices>>) => FilterOf<Choices>
  /** The address with one part changed; a changed part begins at the first page. */
  link: (filter: FilterOf<Choices>, change: Partial<FilterOf<Choices>>) => string
}

/** A list at an address, so many rows to a page, and what can be chosen above it. */
export function listFilter<const Choices extends Parts>(
  path: string,
  {
    perPage,
    parts,
    settle = (filter) => filter,
  }: { perPage: number; parts: Choices; settle?: ListFilter<Choices>['settle'] },
): ListFilter<Choices> {
  const each = <Value>(value: (name: string, part: Part) => Value) =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, value(name, part)]))
  const initial = { ...each((_, part) => part.initial), page: 1 } as FilterOf<Choices>
  return {
    path,
    perPage,
    parts,
    settle,
    read(parameters, fixed = {}) {
      const selected = each((name, part) => choiceOf(parameters.get(name), part.values, part.initial))
      return settle({ ...selected, page: pageOf(parameters.get('page')), ...fixed } as FilterOf<Choices>)
    },
    link: (filter, change) => filterAddress(path, settle({ ...filter, page: 1, ...change }), initial),
  }
}
