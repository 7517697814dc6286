import { once } from 'node:events'
import { connect } from 'node:net'
import type { Tell } from './courier.ts'
import { NotNetstrings, netstringReader } from './netstrings.ts'
import { pause } from './pause.ts'

type Listening = { host: string; port: number; tell: Tell; stopped: AbortSignal }

/** Hears what Kamailio tells at its evapi, and connects again whenever that falls away, until it is stopped. */
export async function hearKamailio(listening: Listening, take: (event: string) => void): Promise<void> {
  const { tell, stopped } = listening
  for (let failures = 0; !stopped.aborted; failures++) {
    const wasHeard = await hearOnce(listening, take)
    if (stopped.aborted) return
    if (wasHeard) failures = 0
    if (failures === 0) tell('Kamailio is not there; trying again')
    await pause(failures, stopped)
  }
}

/** Until the connection ends; whether there was one. */
async function hearOnce({ host, port, tell, stopped }: Listening, take: (event: string) => void): Promise<boolean> {
  const socket = connect({ host, port, keepAlive: true, keepAliveInitialDelay: 30_000 })
  const end = () => socket.destroy()
  stopped.addEventListener('abort', end)
  const read = netstringReader()
  let isHeard = false
  try {
    await once(socket, 'connect')
    tell('Kamailio is heard')
    isHeard = true
    for await (const chunk of socket) for (const event of read(chunk)) take(event)
  } catch (error) {
    if (!(error instanceof NotNetstrings)) return isHeard
    tell('what is said there is not of evapi')
    return false
  } finally {
    stopped.removeEventListener('abort', end)
    socket.destroy()
  }
  return isHeard
}
