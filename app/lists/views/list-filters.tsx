import { Pagination } from '#app/ui/pagination.tsx'
import type { CountsOf, FilterOf, ListFilter } from '../list-filter.ts'
import { type FilterChoice, FilterLinks } from './filter-links.tsx'

type Parts = ListFilter<Record<string, { values: readonly string[]; initial: string }>>['parts']

type Shown<Choices extends Parts> = {
  list: ListFilter<Choices>
  filter: FilterOf<Choices>
  counts: CountsOf<Choices>
}

/** One part of a list's filter as links with their counts. */
export function ListFilterLinks<Choices extends Parts, Name extends keyof Choices & string>({
  list,
  filter,
  counts,
  part,
  label,
  labels,
}: Shown<Choices> & { part: Name; label: string; labels: Record<Choices[Name]['values'][number], string> }) {
  const choices = (list.parts[part]?.values ?? []).map((value: Choices[Name]['values'][number]): FilterChoice => {
    const change = { [part]: value } as Partial<FilterOf<Choices>>
    return {
      to: list.link(filter, change),
      label: labels[value],
      count: counts[part][value],
      isCurrent: filter[part] === value,
    }
  })
  return <FilterLinks label={label} choices={choices} />
}

/** The pages of a list. */
export function ListPages<Choices extends Parts>({ list, filter, counts }: Shown<Choices>) {
  return (
    <Pagination
      page={filter.page}
      perPage={list.perPage}
      total={counts.total}
      to={(page) => list.link(filter, { page } as Partial<FilterOf<Choices>>)}
    />
  )
}
