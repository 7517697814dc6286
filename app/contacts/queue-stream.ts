import { askPresence } from '#app/ui/ask-presence.ts'
import type { QueueSnapshot } from './queue-row.ts'
import type { QueueEvent, QueueLink, QueueStore } from './queue-store.ts'

const firstRetryMs = 1_000
const lastRetryMs = 15_000
const askMs = 5_000
/** The stream says something every fifteen seconds: longer than this and nothing comes through it any more. */
const silentMs = 40_000
const path = '/queue/live'

/** Keeps what this tab knows of its desk as new as it can be; gives the way to stop. */
export function followQueue(store: QueueStore): () => void {
  const asking = askWhileGone(store)
  let waitMs = firstRetryMs
  let retry: ReturnType<typeof setTimeout> | undefined
  let close = () => {}
  const open = () => {
    clearTimeout(retry)
    close()
    close = listenTo({ hear, onGone, onEnough })
  }
  const hear = (event: QueueEvent) => {
    if (event.is === 'snapshot') {
      waitMs = firstRetryMs
      asking.stop()
      store.link('stream')
    }
    store.hear(event)
  }
  const onGone = () => {
    close()
    asking.start()
    retry = setTimeout(open, waitMs)
    waitMs = Math.min(waitMs * 2, lastRetryMs)
  }
  // More tabs of this person are open than are told: this one asks, until it is looked at again.
  const onEnough = () => {
    close()
    asking.start()
  }
  const stopHearing = onReturn(() => store.get().link !== 'stream' && open())
  open()
  return () => {
    stopHearing()
    clearTimeout(retry)
    asking.stop()
    close()
  }
}

const names = ['snapshot', 'rows', 'operators', 'beat'] as const

/** A network or a reader who is back is not waited for; gives the way to stop. */
function onReturn(run: () => void): () => void {
  const look = () => document.visibilityState === 'visible' && run()
  window.addEventListener('online', run)
  document.addEventListener('visibilitychange', look)
  return () => {
    window.removeEventListener('online', run)
    document.removeEventListener('visibilitychange', look)
  }
}

type Ears = { hear: (event: QueueEvent) => void; onGone: () => void; onEnough: () => void }

/** One stream; gives the way to close it. Silence is as good as gone: a line that broke does not say so. */
function listenTo({ hear, onGone, onEnough }: Ears): () => void {
  const source = new EventSource(path)
  let silence = setTimeout(onGone, silentMs)
  const isHeard = () => {
    clearTimeout(silence)
    silence = setTimeout(onGone, silentMs)
  }
  for (const is of names)
    source.addEventListener(is, ({ data }) => {
      isHeard()
      hear({ is, ...JSON.parse(data) } as QueueEvent)
    })
  source.addEventListener('enough', onEnough)
  source.onerror = onGone
  return () => {
    clearTimeout(silence)
    source.onerror = null
    source.close()
  }
}

/** Asks for all there is every few seconds, while nothing is told. */
function askWhileGone(store: QueueStore) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOn = false
  const ask = async () => {
    const told = store.told()
    const answer = await fetchBoard()
    const link = answer ? 'asking' : await whyNoAnswer()
    if (!isOn) return
    store.link(link)
    if (answer && store.told() === told) {
      store.setClock(answer.now)
      store.hear({ is: 'snapshot', rows: answer.rows, operators: answer.operators })
    }
    // Not all screens at the same moment.
    timer = setTimeout(ask, askMs * (0.8 + Math.random() * 0.4))
  }
  return {
    start() {
      if (isOn) return
      isOn = true
      timer = setTimeout(ask, Math.random() * 1_000)
    },
    stop() {
      isOn = false
      clearTimeout(timer)
    },
  }
}

async function fetchBoard(): Promise<(QueueSnapshot & { now: string }) | null> {
  try {
    const response = await fetch('/queue/board', { redirect: 'manual', signal: AbortSignal.timeout(askMs) })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

async function whyNoAnswer(): Promise<QueueLink> {
  const presence = await askPresence()
  return presence === 'signed-out' || presence === 'access-ended' ? presence : 'lost'
}
