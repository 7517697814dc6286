import { setTimeout as sleep } from 'node:timers/promises'
import { standardSignature } from '../signatures.ts'
import type { PlannedMessage } from './plan-calls.ts'

/** To where, in whose name, and what callers and numbers there are to choose from; `run`: no call is one of an earlier time. */
export type Stage = {
  address: string
  secret: string
  phones: readonly string[]
  numbers: readonly string[]
  run: string
  /** Ends it before its time. */
  signal?: AbortSignal
}
export type Played = { sent: number; kept: number; refused: Record<number, number>; away: number }

const mostAtOnce = 50

/** Sends each message at its time, signed as an exchange would, and counts what came back. `speed`: so many times as fast. */
export async function playCalls(messages: readonly PlannedMessage[], stage: Stage, speed = 1): Promise<Played> {
  const played: Played = { sent: 0, kept: 0, refused: {}, away: 0 }
  const began = Date.now()
  const flying = new Set<Promise<void>>()
  for (const message of messages) {
    await sleep(Math.max(0, began + message.afterMs / speed - Date.now()), null, { signal: stage.signal })
    if (flying.size >= mostAtOnce) await Promise.race(flying)
    const sending = send(message, stage, began + message.happenedMs / speed)
      .then((status) => count(played, status))
      .finally(() => flying.delete(sending))
    flying.add(sending)
  }
  await Promise.all(flying)
  return played
}

function count(played: Played, status: number | null) {
  played.sent += 1
  if (status === 200) played.kept += 1
  else if (status === null) played.away += 1
  else played.refused[status] = (played.refused[status] ?? 0) + 1
}

/** The status, or null when nobody was there. */
async function send(message: PlannedMessage, { address, secret, phones, numbers, run }: Stage, happenedAt: number) {
  const { type, isHidden } = message
  const [id, call] = [`${run}-${message.id}`, `${run}-${message.call}`]
  const from = isHidden ? 'anonymous' : (at(phones, message.caller) ?? 'anonymous')
  const body = JSON.stringify({
    timestamp: new Date(happenedAt).toISOString(),
    event: type === 'ended' ? { type, call, reason: 'hung-up' } : { type, call, from, to: at(numbers, message.line) },
  })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const headers = {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': standardSignature(secret, { id, timestamp, body }),
  }
  return fetch(address, { method: 'POST', headers, body }).then(
    async (answer) => {
      await answer.body?.cancel()
      return answer.status
    },
    () => null,
  )
}

/** `part`: from 0 up to 1. */
const at = <T>(all: readonly T[], part: number): T | undefined => all[Math.floor(part * all.length)]
