import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { type FilterCounts, type FollowUpFilter, filterLink } from '../filter.ts'
import { useWords } from '../words.ts'

/** Why the list is empty, and where to go from here. */
export function NoFollowUps({ filter, counts }: { filter: FollowUpFilter; counts: FilterCounts }) {
  const { empty } = useWords()
  const isNarrowed = filter.due !== 'any' || filter.kind !== 'any' || filter.page > 1
  const said =
    isNarrowed || counts.who.everyone > 0 ? empty.filtered : filter.state === 'open' ? empty.open : empty.closed
  const wide = filterLink(filter, { due: 'any', kind: 'any', who: 'everyone' })
  return (
    <EmptyState
      title={said.title}
      icon="check"
      action={said === empty.filtered && <LinkButton to={wide}>{empty.showAll}</LinkButton>}
    >
      {said.text}
    </EmptyState>
  )
}
