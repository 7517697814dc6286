import { useRevalidator } from '@remix-run/react'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Connection } from '#app/ui/connection.tsx'

export type News = { topic: string; details?: Record<string, number | string | boolean> }
type Listener = (news: News | 'resumed') => void
type Live = { connection: Connection; listen(listener: Listener): () => void }

const LiveContext = createContext<Live>({ connection: 'connected', listen: () => () => {} })

const firstRetryMs = 1_000
const lastRetryMs = 15_000
const calmMs = 400

/** One stream of events for the whole page. When it was gone and is back, every listener is told to look again. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const listeners = useRef(new Set<Listener>())
  const [connection, setConnection] = useState<Connection>('connected')
  useEffect(() => openStream((news) => tell(listeners.current, news), setConnection), [])
  const live = useMemo(
    () => ({
      connection,
      listen(listener: Listener) {
        listeners.current.add(listener)
        return () => void listeners.current.delete(listener)
      },
    }),
    [connection],
  )
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
}

export const useConnection = () => useContext(LiveContext).connection

/**
 * Loads the page's data again when one of the topics has news, or after a gap; several at once count as one.
 * With `onNews` that decides instead: it gives true when the page must load again.
 */
export function useLive(topics: string[], onNews?: (news: News) => boolean | undefined) {
  const { listen } = useContext(LiveContext)
  const { revalidate } = useRevalidator()
  const latest = useRef({ revalidate, onNews })
  latest.current = { revalidate, onNews }
  const wanted = topics.join('\n')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const lookAgain = () => {
      clearTimeout(timer)
      // A form that is sent meanwhile overtakes it, and loads the page itself.
      timer = setTimeout(() => void Promise.resolve(latest.current.revalidate()).catch(() => {}), calmMs)
    }
    const stop = listen((news) => {
      if (news === 'resumed') return lookAgain()
      if (!wanted.split('\n').includes(news.topic)) return
      const decide = latest.current.onNews
      if (!decide || decide(news)) lookAgain()
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [wanted, listen])
}

function tell(listeners: Set<Listener>, news: News | 'resumed') {
  for (const listener of [...listeners]) listener(news)
}

function openStream(onNews: Listener, onConnection: (connection: Connection) => void) {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitMs = firstRetryMs
  let wasGone = false
  const open = () => {
    source = new EventSource('/live')
    source.addEventListener('hello', () => {
      waitMs = firstRetryMs
      onConnection('connected')
      if (wasGone) onNews('resumed')
      wasGone = false
    })
    source.addEventListener('resumed', () => onNews('resumed'))
    source.addEventListener('news', (event) => onNews(JSON.parse(event.data) as News))
    source.onerror = () => {
      // The browser gives up for good on some errors, so the next try is ours.
      source?.close()
      wasGone = true
      onConnection('reconnecting')
      timer = setTimeout(open, waitMs)
      waitMs = Math.min(waitMs * 2, lastRetryMs)
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
