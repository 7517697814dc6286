import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { standardSignature } from '../signatures.ts'
import { pause } from './pause.ts'

/** What an exchange said, as it is sent: the same words have the same id, so that what is said twice counts once. */
type Letter = { id: string; body: string }
type Destination = { address: string; secret: string }

/** Words for whoever watches: never what was said. */
export type Tell = (line: string) => void
export type Courier = {
  /** `event`: one event in our own format, as JSON. */
  take(event: string, at: Date): void
  /** Sends what still waits, for so long, and gives how many are lost. */
  stop(patienceMs: number): Promise<number>
}

const mostWaiting = 10_000
const patienceMs = 15_000
/** What no second try makes better. */
const notUnderstood: ReadonlySet<unknown> = new Set([400, 413, 415, 422])

/** Brings events to Rondbel, signed, until each is answered. The oldest is lost when too many wait. */
export function startCourier(to: Destination, tell: Tell): Courier {
  const waiting: Letter[] = []
  const stopped = new AbortController()
  let working = Promise.resolve()
  let isWorking = false
  let lost = 0

  const put = (letter: Letter) => {
    if (waiting.push(letter) <= mostWaiting) return
    waiting.shift()
    if (lost++ % 1_000 === 0) tell(`too many events wait; the oldest are lost, ${lost} so far`)
  }
  const work = async () => {
    isWorking = true
    for (let failures = 0; !stopped.signal.aborted; ) {
      const letter = waiting.shift()
      if (!letter) break
      const answer = await post(letter, to, stopped.signal)
      tellOf(answer, failures, tell)
      if (isFinal(answer)) failures = 0
      else {
        put(letter)
        await pause(failures++, stopped.signal)
      }
    }
    isWorking = false
  }
  return {
    take(event, at) {
      const letter = letterOf(event, at)
      if (!letter) return tell('something was said that is no event')
      put(letter)
      if (!isWorking) working = work()
    },
    async stop(forMs) {
      await Promise.race([working, sleep(forMs, null, { ref: false })])
      stopped.abort()
      await working
      return waiting.length
    },
  }
}

type Answer = number | 'nobody answers'
const isFinal = (answer: Answer) => answer === 200 || notUnderstood.has(answer)

/** What is new to whoever watches, once. */
function tellOf(answer: Answer, failures: number, tell: Tell) {
  if (answer === 200 && failures > 0) tell('events arrive again')
  if (answer !== 200 && isFinal(answer)) tell(`an event was not understood: ${answer}`)
  if (!isFinal(answer) && failures === 0) tell(`events do not arrive: ${answer}; trying again`)
}

function letterOf(text: string, at: Date): Letter | null {
  try {
    const event: unknown = JSON.parse(text)
    if (typeof event !== 'object' || event === null) return null
    const id = createHash('sha256').update(text).digest('base64url')
    return { id, body: JSON.stringify({ timestamp: at.toISOString(), event }) }
  } catch {
    return null
  }
}

/** The status, or why there is none. */
async function post({ id, body }: Letter, { address, secret }: Destination, stopped: AbortSignal): Promise<Answer> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const headers = {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': standardSignature(secret, { id, timestamp, body }),
  }
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(patienceMs)])
  try {
    const answer = await fetch(address, { method: 'POST', headers, body, signal, redirect: 'manual' })
    await answer.body?.cancel()
    return answer.status
  } catch {
    return 'nobody answers'
  }
}
