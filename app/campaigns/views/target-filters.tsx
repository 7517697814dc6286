import { ChoiceForm } from '#app/lists/views/choice-form.tsx'
import { FilterBar } from '#app/lists/views/filter-bar.tsx'
import { FilterLinks } from '#app/lists/views/filter-links.tsx'
import { ListSearch } from '#app/tenants/views/list-search.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import {
  chosenParts,
  type TargetFilter,
  type TargetFilterState,
  targetFilterLink,
  targetFilterStates,
} from '../target-filter.ts'
import { useWords } from '../words.ts'

type Team = { accountId: string; name: string }[]
type FiltersProps = {
  filter: TargetFilter
  counts: Record<TargetFilterState, number>
  sought: string
  team: Team
  complexes: string[]
}

/** What the list of addresses shows: whom or where, in which complex, at which caller, in which state. */
export function TargetFilters({ filter, counts, sought, ...choices }: FiltersProps) {
  const words = useWords().addresses
  const states = targetFilterStates.map((state) => ({
    to: targetFilterLink(filter, { state }),
    label: words.states[state],
    count: counts[state],
    isCurrent: state === filter.state,
  }))
  return (
    <Stack>
      <FilterBar
        search={<ListSearch sought={sought} />}
        beside={<Selects filter={filter} {...choices} />}
        chosen={chosenParts(filter)}
      >
        {!filter.blocked && <FilterLinks label={words.filter} choices={states} />}
      </FilterBar>
      {filter.blocked && <Narrowed filter={filter} />}
    </Stack>
  )
}

function Selects({ filter, team, complexes }: Pick<FiltersProps, 'filter' | 'team' | 'complexes'>) {
  const words = useWords().addresses
  const callers = [
    { value: '', label: words.anyCaller },
    { value: 'pool', label: words.nobody },
    ...team.map(({ accountId, name }) => ({ value: accountId, label: name })),
  ]
  const isGone = filter.caller && !callers.some(({ value }) => value === filter.caller)
  if (isGone) callers.push({ value: filter.caller ?? '', label: words.callerGone })
  return (
    <ChoiceForm names={['caller', 'complex']}>
      <SelectField
        key={`caller ${filter.caller}`}
        name="caller"
        label={words.caller}
        options={callers}
        defaultValue={filter.caller}
      />
      {complexes.length > 0 && (
        <SelectField
          key={`complex ${filter.complex}`}
          name="complex"
          label={words.complex}
          options={[
            { value: '', label: words.anyComplex },
            ...complexes.map((complex) => ({ value: complex, label: complex })),
          ]}
          defaultValue={filter.complex}
        />
      )}
    </ChoiceForm>
  )
}

/** What the list was narrowed to from the page of progress, and the way back. */
function Narrowed({ filter }: { filter: TargetFilter }) {
  const { addresses: words, progress } = useWords()
  return (
    <Row>
      <p className="font-bold">
        {words.only}: {filter.blocked && progress.blocked[filter.blocked]}
      </p>
      <LinkButton variant="plain" icon="cross" to={targetFilterLink(filter, { blocked: undefined })}>
        {words.clear}
      </LinkButton>
    </Row>
  )
}
