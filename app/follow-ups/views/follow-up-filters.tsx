import { FilterLinks } from '#app/lists/filter-links.tsx'
import { Stack } from '#app/ui/page.tsx'
import { type FilterCounts, type FollowUpFilter, filterLink } from '../filter.ts'
import { dueGroups, followUpKinds, followUpStates } from '../follow-up.ts'
import { useWords } from '../words.ts'

type FiltersProps = { filter: FollowUpFilter; counts: FilterCounts; seesAll: boolean }

export function FollowUpFilters({ filter, counts, seesAll }: FiltersProps) {
  const words = useWords()
  const { filters } = words
  const choices = <Part extends 'who' | 'state' | 'due' | 'kind'>(
    part: Part,
    labels: Record<FollowUpFilter[Part], string>,
    values: readonly FollowUpFilter[Part][],
  ) =>
    values.map((value) => ({
      to: filterLink(filter, { [part]: value }),
      label: labels[value],
      count: (counts[part] as Record<string, number>)[value] ?? 0,
      isCurrent: filter[part] === value,
    }))
  return (
    <Stack gap="tight">
      {seesAll && <FilterLinks label={filters.who} choices={choices('who', filters, ['mine', 'everyone'])} />}
      {filter.state === 'open' && (
        <FilterLinks
          label={filters.due}
          choices={choices('due', { any: filters.all, ...words.groups }, ['any', ...dueGroups])}
        />
      )}
      <FilterLinks
        label={filters.kind}
        choices={choices('kind', { any: filters.all, ...words.kinds }, ['any', ...followUpKinds])}
      />
      <FilterLinks label={filters.state} choices={choices('state', words.states, followUpStates)} />
    </Stack>
  )
}
