import { useRevalidator } from '@remix-run/react'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { LiveTopic, PersonalTopic } from '#app/core/live-topic.ts'
import { askPresence, type Presence } from '#app/ui/ask-presence.ts'
import type { Connection } from '#app/ui/connection.tsx'

type AnyTopic = LiveTopic | PersonalTopic
export type LiveEvent = { topic: AnyTopic; details?: Record<string, number | string | boolean> }
type Listener = (event: LiveEvent | 'resync') => void
type Live = { connection: Connection; listen(listener: Listener): () => void }

const LiveContext = createContext<Live>({ connection: 'connected', listen: () => () => {} })

const firstRetryMs = 1_000
const lastRetryMs = 15_000
const settleMs = 400

type ProviderProps = {
  /** How the connection stands, of a page that has a stream of its own and needs no second one. */
  told?: Connection
  children: ReactNode
}

/** One stream of events for the whole page. When it was gone and is back, every listener is told to look again. */
export function LiveProvider({ told, children }: ProviderProps) {
  const listeners = useRef(new Set<Listener>())
  const [heard, setConnection] = useState<Connection>('connected')
  const connection = told ?? heard
  const isTold = told !== undefined
  useEffect(
    () => (isTold ? undefined : openStream((event) => notify(listeners.current, event), setConnection)),
    [isTold],
  )
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
  let [waitMs, wasGone] = [firstRetryMs, false]
  const open = () => {
    source = listenTo({ onHello, onEvent, onEnough: waitForSight, onGone: tryLater })
  }
  const onHello = () => {
    waitMs = firstRetryMs
    onConnection('connected')
    if (wasGone) onEvent('resync')
    wasGone = false
  }
  // The browser gives up for good on some errors, and never says which: so the next try is ours, and why is asked.
  const tryLater = () => {
    if (!wasGone) onConnection('reconnecting')
    wasGone = true
    const next = setTimeout(open, waitMs)
    timer = next
    waitMs = Math.min(waitMs * 2, lastRetryMs)
    void askPresence().then((presence) => timer === next && hear(presence))
  }
  const hear = (presence: Presence) => {
    if (presence !== 'signed-in') onConnection(presence === 'unknown' ? 'reconnecting' : presence)
    if (presence === 'access-ended') waitForSight()
  }
  // More pages of this person are open than are told of news: this one goes on when it is looked at again.
  const sight = whenInSight(() => open())
  const waitForSight = () => {
    clearTimeout(timer)
    source?.close()
    wasGone = true
    sight.wait()
  }
  open()
  return () => {
    clearTimeout(timer)
    timer = undefined
    sight.forget()
    source?.close()
  }
}

type Heard = { onHello: () => void; onEvent: Listener; onEnough: () => void; onGone: () => void }

function listenTo({ onHello, onEvent, onEnough, onGone }: Heard): EventSource {
  const source = new EventSource('/live')
  source.addEventListener('hello', onHello)
  source.addEventListener('enough', onEnough)
  source.addEventListener('resumed', () => onEvent('resync'))
  source.addEventListener('news', (event) => onEvent(JSON.parse(event.data) as LiveEvent))
  source.onerror = () => {
    source.close()
    onGone()
  }
  return source
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
