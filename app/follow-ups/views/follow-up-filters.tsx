import type { Colleague } from '#app/accounts/colleagues.server.ts'
import { ChoiceForm } from '#app/lists/views/choice-form.tsx'
import { FilterBar } from '#app/lists/views/filter-bar.tsx'
import { ListFilterLinks } from '#app/lists/views/list-filters.tsx'
import { ListSearch } from '#app/tenants/views/list-search.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { type FollowUpCounts, type FollowUpFilter, followUpList } from '../filter.ts'
import { useWords } from '../words.ts'

/** `colleagues`: whose promises can be chosen; nobody's but one's own when there are none. */
type FiltersProps = { filter: FollowUpFilter; counts: FollowUpCounts; sought: string; colleagues: Colleague[] }

export function FollowUpFilters({ filter, counts, sought, colleagues }: FiltersProps) {
  const words = useWords()
  const { filters } = words
  const shown = { list: followUpList, filter, counts }
  const seesAll = colleagues.length > 0
  return (
    <FilterBar
      search={<ListSearch sought={sought} />}
      beside={seesAll && <OwnerChoice who={filter.who} colleagues={colleagues} />}
      chosen={followUpList.chosen(seesAll ? filter : { ...filter, who: 'everyone' })}
    >
      {seesAll && <ListFilterLinks {...shown} part="who" label={filters.who} labels={filters} />}
      {filter.state === 'open' && (
        <ListFilterLinks {...shown} part="due" label={filters.due} labels={{ any: filters.all, ...words.groups }} />
      )}
      <ListFilterLinks {...shown} part="kind" label={filters.kind} labels={{ any: filters.all, ...words.kinds }} />
      <ListFilterLinks {...shown} part="state" label={filters.state} labels={words.states} />
    </FilterBar>
  )
}

function OwnerChoice({ who, colleagues }: { who: string; colleagues: Colleague[] }) {
  const { filters } = useWords()
  const options = [
    { value: 'everyone', label: filters.everyone },
    { value: 'mine', label: filters.mine },
    ...colleagues.map(({ accountId, name }) => ({ value: accountId, label: name })),
  ]
  return (
    <ChoiceForm names={['who']}>
      <SelectField key={who} name="who" label={filters.colleague} options={options} defaultValue={who} />
    </ChoiceForm>
  )
}
