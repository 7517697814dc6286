import { type FilterOf, listFilter } from '#app/lists/list-filter.ts'

/** The columns that it can be sorted by. */
export const agencySortColumns = ['name', 'running', 'state'] as const

/** The organisations that help, all on one page. */
export const agencyList = listFilter('/agencies', { perPage: 1000, parts: {}, columns: agencySortColumns })

export type AgencyFilter = FilterOf<(typeof agencyList)['parts']>
