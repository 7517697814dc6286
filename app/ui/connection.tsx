import { useSyncExternalStore } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { useWords } from './words.ts'

/** `signed-out`: signing in brings it back; `access-ended`: nothing does. */
export type Connection = 'connected' | 'reconnecting' | 'offline' | 'signed-out' | 'access-ended'

function watch(listener: () => void) {
  const types = ['online', 'offline'] as const
  for (const type of types) window.addEventListener(type, listener)
  return () => {
    for (const type of types) window.removeEventListener(type, listener)
  }
}

/** What the browser knows by itself; a live stream knows more and may say so. */
export const useIsOnline = () =>
  useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  )

/** Quiet while all is well. Stands in a live region, so that the rest is read aloud. */
export function ConnectionState({ state }: { state: Connection }) {
  const words = useWords()
  if (state === 'connected') {
    return (
      <span className="hidden items-center gap-1.5 text-ink-soft lg:flex">
        <Icon name="check" className="size-4" />
        {words.connection.connected}
      </span>
    )
  }
  return (
    <span className="flex items-center gap-1.5 rounded-md bg-attention-soft px-2 py-1 text-attention-ink">
      <Icon name="offline" className="size-5" />
      {words.connection[state]}
    </span>
  )
}
