import { choiceOf, filterAddress, pageOf, searchCodeOf } from './query-choice.ts'
import { sortOrderOf } from './sort-order.ts'

/** One choice above a list: its values in the order they are shown, and the one that stands when nothing was chosen. */
type Part = {
  values: readonly string[]
  initial: string
  /** The id of a colleague is a choice too. */
  isAccount?: true
}
type Parts = Record<string, Part>

/** What a list shows: every part stands in the address, so that a link brings it back. */
export type FilterOf<Choices extends Parts> = {
  [Name in keyof Choices]: Choices[Name] extends { isAccount: true } ? string : Choices[Name]['values'][number]
} & {
  /** The code of what somebody looks for (`app/tenants/sought-text.server.ts`); '' is everything. */
  search: string
  /** A column or `-column`; '' is the list's own order. */
  sort: string
  page: number
}

/** Beside each choice how many rows it leads to; `total` is what the list holds with all parts of the filter. */
export type CountsOf<Choices extends Parts> = {
  [Name in keyof Choices]: Record<Choices[Name]['values'][number], number>
} & { total: number }

export type ListFilter<Choices extends Parts> = {
  path: string
  perPage: number
  parts: Choices
  /** The columns it can be sorted by. */
  columns: readonly string[]
  /** Parts that make no sense beside the others fall back. */
  settle: (filter: FilterOf<Choices>) => FilterOf<Choices>
  /** Anything odd in an address falls back to the initial value; `fixed` is not for this person to choose. */
  read: (parameters: URLSearchParams, fixed?: Partial<FilterOf<Choices>>) => FilterOf<Choices>
  /** How many parts are not as they are at first. */
  chosen: (filter: FilterOf<Choices>) => number
  /** The address with one part changed; a changed part begins at the first page. */
  link: (filter: FilterOf<Choices>, change: Partial<FilterOf<Choices>>) => string
}

/** A list at an address, so many rows to a page, and what can be chosen above it. */
export function listFilter<const Choices extends Parts>(
  path: string,
  {
    perPage,
    parts,
    columns = [],
    settle = (filter) => filter,
  }: { perPage: number; parts: Choices; columns?: readonly string[]; settle?: ListFilter<Choices>['settle'] },
): ListFilter<Choices> {
  const each = <Value>(value: (name: string, part: Part) => Value) =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, value(name, part)]))
  const initial = { ...each((_, part) => part.initial), search: '', sort: '', page: 1 } as FilterOf<Choices>
  return {
    path,
    perPage,
    parts,
    columns,
    settle,
    read(parameters, fixed = {}) {
      const selected = each((name, part) => chosen(parameters.get(name), part))
      const search = searchCodeOf(parameters.get('search'))
      const sort = sortOrderOf(parameters.get('sort'), columns) ?? ''
      return settle({ ...selected, search, sort, page: pageOf(parameters.get('page')), ...fixed } as FilterOf<Choices>)
    },
    chosen: (filter) => Object.keys(parts).filter((name) => filter[name] !== initial[name]).length,
    link: (filter, change) => filterAddress(path, settle({ ...filter, page: 1, ...change }), initial),
  }
}

const accountId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

const chosen = (text: string | null, { values, initial, isAccount }: Part) =>
  isAccount && text && accountId.test(text) ? text : choiceOf(text, values, initial)
