import { ListFilterLinks } from '#app/lists/views/list-filters.tsx'
import { Stack } from '#app/ui/page.tsx'
import { type FollowUpCounts, type FollowUpFilter, followUpList } from '../filter.ts'
import { useWords } from '../words.ts'

type FiltersProps = { filter: FollowUpFilter; counts: FollowUpCounts; seesAll: boolean }

export function FollowUpFilters({ filter, counts, seesAll }: FiltersProps) {
  const words = useWords()
  const { filters } = words
  const shown = { list: followUpList, filter, counts }
  return (
    <Stack gap="tight">
      {seesAll && <ListFilterLinks {...shown} part="who" label={filters.who} labels={filters} />}
      {filter.state === 'open' && (
        <ListFilterLinks {...shown} part="due" label={filters.due} labels={{ any: filters.all, ...words.groups }} />
      )}
      <ListFilterLinks {...shown} part="kind" label={filters.kind} labels={{ any: filters.all, ...words.kinds }} />
      <ListFilterLinks {...shown} part="state" label={filters.state} labels={words.states} />
    </Stack>
  )
}
