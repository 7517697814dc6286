import type { LiveEvent } from './live.server.ts'

/** So long a page is told once at most that there is news under a topic; it waits about as long before it looks. */
export const quietMs = 1_000

/**
 * Passes news on to one page: the first at once, and of what follows under the same topic within a second only that
 * there was more. News with details is never held back, since each says something of its own.
 */
export function collapsedNews(send: (event: LiveEvent) => void) {
  /** The topics that are told of lately, each with what came after it. */
  const quiet = new Map<string, { timer: NodeJS.Timeout; more: LiveEvent | null }>()
  const tell = (event: LiveEvent) => {
    send(event)
    const timer = setTimeout(() => {
      const { more } = quiet.get(event.topic) ?? { more: null }
      quiet.delete(event.topic)
      if (more) tell(more)
    }, quietMs)
    quiet.set(event.topic, { timer, more: null })
  }
  return {
    hear(event: LiveEvent) {
      const lately = quiet.get(event.topic)
      if (event.details) send(event)
      else if (lately) lately.more = event
      else tell(event)
    },
    stop() {
      for (const { timer } of quiet.values()) clearTimeout(timer)
      quiet.clear()
    },
  }
}
