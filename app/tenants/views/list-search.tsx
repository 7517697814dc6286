import { useListLink } from '#app/lists/views/use-list-link.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useWords } from '../words.ts'
import { SearchForm } from './search-form.tsx'

/** Above a list: looks in it for whom or where. `sought` is what was looked for, '' for nothing. */
export function ListSearch({ sought, hint }: { sought: string; hint?: string }) {
  const words = useWords().listSearch
  return (
    <search className="flex flex-wrap items-end gap-3 print:hidden">
      <SearchForm text={sought} label={words.label} hint={hint ?? words.hint} submit={words.submit} isBeside />
      {sought && <ShowAll />}
    </search>
  )
}

/** Instead of a list in which nobody was found. */
export function NothingFound({ sought }: { sought: string }) {
  const words = useWords().listSearch
  return (
    <EmptyState title={words.none(sought)} icon="search" action={<ShowAll />}>
      {words.noneLead}
    </EmptyState>
  )
}

function ShowAll() {
  const words = useWords().listSearch
  const link = useListLink()
  return <LinkButton to={link({ search: '' })}>{words.stop}</LinkButton>
}
