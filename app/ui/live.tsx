import { useRevalidator } from '@remix-run/react'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { LiveTopic, PersonalTopic } from '#app/core/live-topic.ts'
import type { Connection } from '#app/ui/connection.tsx'

type AnyTopic = LiveTopic | PersonalTopic
export type LiveEvent = { topic: AnyTopic; details?: Record<string, number | string | boolean> }
type Listener = (event: LiveEvent | 'resync') => void
type Live = { connection: Connection; listen(listener: Listener): () => void }

const LiveContext = createContext<Live>({ connection: 'connected', listen: () => () => {} })

const firstRetryMs = 1_000
const lastRetryMs = 15_000
const settleMs = 400

/** One stream of events for the whole page. When it was gone and is back, every listener is told to look again. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const listeners = useRef(new Set<Listener>())
  const [connection, setConnection] = useState<Connection>('connected')
  useEffect(() => openStream((event) => notify(listeners.current, event), setConnection), [])
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
 * Loads the page's data again when something changed under one of the topics, or after a gap; several at once count as one.
 * With `onEvent` that decides instead: it gives true when the page must load again.
 */
export function useLive(topics: AnyTopic[], onEvent?: (event: LiveEvent) => boolean | undefined) {
  const { listen } = useContext(LiveContext)
  const { revalidate } = useRevalidator()
  const latest = useRef({ revalidate, onEvent })
  latest.current = { revalidate, onEvent }
  const wanted = topics.join('\n')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const reload = () => {
      clearTimeout(timer)
      // A form that is sent meanwhile overtakes it, and loads the page itself.
      timer = setTimeout(() => void Promise.resolve(latest.current.revalidate()).catch(() => {}), settleMs)
    }
    const stop = listen((event) => {
      if (event === 'resync') return reload()
      if (!wanted.split('\n').includes(event.topic)) return
      const decide = latest.current.onEvent
      if (!decide || decide(event)) reload()
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [wanted, listen])
}

function notify(listeners: Set<Listener>, event: LiveEvent | 'resync') {
  for (const listener of [...listeners]) listener(event)
}

function openStream(onEvent: Listener, onConnection: (connection: Connection) => void) {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitMs = firstRetryMs
  let wasGone = false
  const open = () => {
    source = new EventSource('/live')
    source.addEventListener('hello', () => {
      waitMs = firstRetryMs
      onConnection('connected')
      if (wasGone) onEvent('resync')
      wasGone = false
    })
    source.addEventListener('enough', waitForSight)
    source.addEventListener('resumed', () => onEvent('resync'))
    source.addEventListener('news', (event) => onEvent(JSON.parse(event.data) as LiveEvent))
    source.onerror = () => {
      // The browser gives up for good on some errors, so the next try is ours.
      source?.close()
      wasGone = true
      onConnection('reconnecting')
      timer = setTimeout(open, waitMs)
      waitMs = Math.min(waitMs * 2, lastRetryMs)
    }
  }
  // More pages of this person are open than are told of news: this one goes on when it is looked at again.
  const sight = whenInSight(() => open())
  const waitForSight = () => {
    source?.close()
    wasGone = true
    sight.wait()
  }
  open()
  return () => {
    clearTimeout(timer)
    sight.forget()
    source?.close()
  }
}

/** Runs once, when the page is looked at again. */
function whenInSight(run: () => void) {
  const forget = () => document.removeEventListener('visibilitychange', look)
  const look = () => {
    if (document.visibilityState !== 'visible') return
    forget()
    run()
  }
  return { wait: () => document.addEventListener('visibilitychange', look), forget }
}
