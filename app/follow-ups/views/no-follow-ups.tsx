import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { type FollowUpCounts, type FollowUpFilter, followUpList } from '../filter.ts'
import { useWords } from '../words.ts'

/** Why the list is empty, and where to go from here. */
export function NoFollowUps({ filter, counts }: { filter: FollowUpFilter; counts: FollowUpCounts }) {
  const { empty } = useWords()
  const isNarrowed = filter.due !== 'any' || filter.kind !== 'any' || filter.page > 1
  const message =
    isNarrowed || counts.who.everyone > 0 ? empty.filtered : filter.state === 'open' ? empty.open : empty.closed
  const wide = followUpList.link(filter, { due: 'any', kind: 'any', who: 'everyone' })
  return (
    <EmptyState
      title={message.title}
      icon="check"
      action={message === empty.filtered && <LinkButton to={wide}>{empty.showAll}</LinkButton>}
    >
      {message.text}
    </EmptyState>
  )
}
