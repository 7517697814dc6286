import { createServer } from 'node:net'
import type { Env } from '../core/env.server.ts'
import { type Health, lateScheduleSeconds } from '../core/health.server.ts'
import { type Finding, well, worthALook, wrong } from './findings.ts'

const patienceMs = 3_000

/** Nobody listens there, or Rondbel itself. */
export async function checkPort({ HOST, PORT }: Pick<Env, 'HOST' | 'PORT'>): Promise<Finding> {
  const code = await whyNotListened(HOST, PORT)
  if (code === null) return well('port', `Port ${PORT} is free.`)
  const toDo = 'Stop that one, or set PORT to another.'
  if (code === 'EADDRNOTAVAIL') return wrong('port', `This machine has no address ${HOST}.`, 'Set HOST to one it has.')
  if (code === 'EACCES') return wrong('port', `It may not listen on port ${PORT}.`, 'Set PORT to 1024 or more.')
  if (await isOurs(HOST, PORT)) return well('port', `Rondbel itself listens on port ${PORT}.`)
  return wrong('port', `Another program listens on port ${PORT}.`, toDo)
}

function whyNotListened(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    server.listen(port, host, () => server.close(() => resolve(null)))
  })
}

async function isOurs(host: string, port: number) {
  const answer = await asked(`http://${reachable(host)}:${port}/health/live`)
  return answer?.ok === true && answer.headers.has('x-request-id') && (await answer.text()) === 'ok'
}

/** Who listens at every address is asked at this machine's own. */
function reachable(host: string) {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

const asked = (url: string) =>
  fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: 'manual' }).catch(() => null)

/** A running Rondbel tells of its schedule; the queue itself is left alone. */
export async function checkSchedule({ METRICS_ADDRESS }: Pick<Env, 'METRICS_ADDRESS'>): Promise<Finding> {
  if (METRICS_ADDRESS === 'off')
    return worthALook('schedule', 'METRICS_ADDRESS is off, so nothing tells of the schedule.', 'Give it an address.')
  const { host, port } = METRICS_ADDRESS
  const answer = await asked(`http://${reachable(host)}:${port}/health/ready`)
  const told = (await answer?.json().catch(() => null)) as Health | null | undefined
  if (told?.isReady === undefined)
    return well('schedule', 'Rondbel does not run here, so there is no schedule to look at.')
  const { secondsBehindSchedule: seconds } = told
  const toDo = 'See whether a worker runs (ROLE=worker or all), and what it logs.'
  if (seconds === null) return wrong('schedule', 'Recurring work is not in the queue.', toDo)
  if (seconds > lateScheduleSeconds) return wrong('schedule', `Recurring work is ${seconds} seconds behind.`, toDo)
  return well('schedule', 'Recurring work runs in its time.')
}
