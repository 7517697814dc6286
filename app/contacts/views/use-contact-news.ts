import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useQueueBoard } from './desk-live.tsx'

/**
 * Loads the page of a contact again when the board says that it stands otherwise: taken, offered, more urgent. While
 * somebody types about it, not when it is on the board no more: the page would be gone, and what is typed with it.
 */
export function useContactNews(contactId: string, { isTyping }: { isTyping: boolean }) {
  const row = useQueueBoard().rows.find(({ id }) => id === contactId)
  const standing = row && [row.state, row.urgency, row.claimedBy, row.ownerId, row.offeredTo, row.dueAt].join(' ')
  const known = useRef(standing)
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const before = known.current
    known.current = standing
    if (isTyping && standing === undefined) return
    if (before !== undefined && before !== standing) revalidate()
  }, [standing, isTyping, revalidate])
}
