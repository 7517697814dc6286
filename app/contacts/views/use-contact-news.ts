import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useQueueBoard } from './desk-live.tsx'

/** Loads the page of a contact again when the board says that it stands otherwise: taken, offered, more urgent. */
export function useContactNews(contactId: string) {
  const row = useQueueBoard().rows.find(({ id }) => id === contactId)
  const standing = row && [row.state, row.urgency, row.claimedBy, row.ownerId, row.offeredTo, row.dueAt].join(' ')
  const known = useRef(standing)
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const before = known.current
    known.current = standing
    if (before !== undefined && before !== standing) revalidate()
  }, [standing, revalidate])
}
