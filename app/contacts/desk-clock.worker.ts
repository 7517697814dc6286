import type { FromClock, ToClock } from './desk-clock.ts'

/**
 * The clock of a screen of the desk. It goes on when the tab is hidden, whose own timers then run once a minute: by it the
 * screen says that it is there, and calls sound.
 */
const [tickMs, pingEvery] = [1_000, 15]
const answer = (message: FromClock) => postMessage(message)

let wanted: ToClock = { isThere: false, isFree: false, held: null }
let ticks = 0

setInterval(() => {
  answer({ is: 'tick' })
  if (wanted.isThere && ++ticks % pingEvery === 0) void ping()
}, tickMs)

addEventListener('message', ({ data }: MessageEvent<ToClock>) => {
  const isNews = data.isThere && (!wanted.isThere || data.held?.contactId !== wanted.held?.contactId)
  wanted = data
  if (isNews) void ping()
})

async function ping() {
  const { isFree, held } = wanted
  const body = new URLSearchParams(held ? { contactId: held.contactId, fence: String(held.fence) } : {})
  // Who waits for a call is at work, and stays signed in; who has a break does not by this alone.
  const headers: Record<string, string> = isFree || held ? {} : { 'X-By-Itself': '1' }
  try {
    const response = await fetch('/queue/ping', { method: 'POST', body, headers })
    const { isHeld } = response.ok ? ((await response.json()) as { isHeld: boolean }) : { isHeld: true }
    if (held && !isHeld) answer({ is: 'lost' })
  } catch {
    // The bar says that the connection is gone; the next one is a moment away.
  }
}
