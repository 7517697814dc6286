import { useFetchers } from '@remix-run/react'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Connection } from '#app/ui/connection.tsx'
import { type FromClock, startDeskClock } from '../desk-clock.ts'
import { type PresenceState, presenceStates, type ShownPresence } from '../presence.ts'
import { createQueueStore, type QueueBoard, type QueueLink } from '../queue-store.ts'
import { followQueue } from '../queue-stream.ts'
import { createSeconds } from '../seconds.ts'
import { presenceOf } from '../waiting-call.ts'

/** Who works at the desk, as the page came from the server. */
export type DeskPerson = {
  accountId: string
  mayWork: boolean
  maySupervise: boolean
  said: PresenceState
  /** The moment on the clock of the server, ISO text. */
  now: string
}

function makeDesk(person: DeskPerson) {
  return {
    person,
    store: createQueueStore(),
    seconds: createSeconds(),
    lost: new Set<() => void>(),
  }
}

type Desk = ReturnType<typeof makeDesk>
const DeskContext = createContext<Desk | null>(null)

/** What a tab knows of its desk, for every page in it: one stream, one clock. */
export function DeskLive({ person, children }: { person: DeskPerson; children: ReactNode }) {
  const [desk] = useState(() => makeDesk(person))
  useEffect(() => followQueue(desk.store), [desk])
  return (
    <DeskContext.Provider value={desk}>
      {children}
      <SayThere />
    </DeskContext.Provider>
  )
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('Only pages of a desk know of one.')
  return desk
}

export const useDeskPerson = () => useDesk().person

export function useQueueBoard(): QueueBoard {
  const { store } = useDesk()
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}

const connections: Record<QueueLink, Connection> = {
  beginning: 'connected',
  stream: 'connected',
  asking: 'reconnecting',
  lost: 'reconnecting',
  'signed-out': 'signed-out',
  'access-ended': 'access-ended',
}

/** How the one connection of a page of a desk stands. */
export const useDeskConnection = (): Connection => connections[useQueueBoard().link]

/** The moment on the clock of the server, in milliseconds; every second another. */
export function useNow(): number {
  const { seconds, store, person } = useDesk()
  const here = useSyncExternalStore(seconds.subscribe, seconds.get, () => 0)
  return here === 0 ? Date.parse(person.now) : here + store.get().clockAhead
}

/** The same, another only so often: for what costs more than a clock. */
export function useNowEvery(seconds: number): number {
  const ms = seconds * 1000
  return Math.floor(useNow() / ms) * ms
}

/** What somebody says of themselves, and what colleagues see. */
export function useOwnPresence(): { said: PresenceState; shown: ShownPresence } {
  const { person } = useDesk()
  const { isComplete, operators } = useQueueBoard()
  const last = useRef(person.said)
  const sending = useFetchers().find(({ formAction }) => formAction === '/queue/presence')
  const asked = presenceStates.find((state) => state === sending?.formData?.get('state'))
  const shown = isComplete ? presenceOf(operators, person.accountId) : last.current
  const heard = presenceStates.find((state) => state === shown)
  // While a contact is in their hands it is not said what they said before.
  if (heard) last.current = heard
  return { said: asked ?? last.current, shown: asked ?? shown }
}

/** Says by its clock that this screen is there, with what is in hand. */
function SayThere() {
  const desk = useDesk()
  const { said } = useOwnPresence()
  const { rows } = useQueueBoard()
  const { accountId, mayWork } = desk.person
  const inHand = rows.find(({ claimedBy }) => claimedBy === accountId)
  const clock = useRef<ReturnType<typeof startDeskClock> | null>(null)
  useEffect(() => {
    const hear = ({ is }: FromClock) => {
      if (is === 'tick') desk.seconds.tick()
      else for (const listener of desk.lost) listener()
    }
    const started = startDeskClock(hear)
    clock.current = started
    return () => started.stop()
  }, [desk])
  const [contactId, fence] = [inHand?.id, inHand?.fence ?? 0]
  useEffect(() => {
    const held = contactId ? { contactId, fence } : null
    clock.current?.tell({ isThere: mayWork && (said !== 'off' || held !== null), isFree: said === 'free', held })
  }, [said, contactId, fence, mayWork])
  return null
}

/** Calls back when what somebody had in hand is in their hands no more. */
export function useLost(listener: () => void) {
  const { lost } = useDesk()
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => {
    const call = () => latest.current()
    lost.add(call)
    return () => void lost.delete(call)
  }, [lost])
}
