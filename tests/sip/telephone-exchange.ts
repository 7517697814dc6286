import { type ChildProcess, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#tests/support/free-port.ts'
import { until } from '#tests/support/until.ts'

/** `asserted`: what the carrier says; `shown`: what the caller lets see. */
export type RealCall = {
  dialled: string
  asserted: string
  shown?: string
  privacy?: 'none' | 'id'
  extension?: string
}
type Scenarios = {
  caller: 'caller-is-answered' | 'caller-gives-up' | 'caller-hears-busy'
  set: 'set-answers' | 'set-rings' | 'set-is-busy'
}

export type TelephoneExchange = {
  /** Where it tells of its calls. */
  tellsAt: string
  /** One call from a caller to a set, until it is over on both sides; throws when either side saw something else. */
  call(scenarios: Scenarios, of: RealCall): Promise<void>
  stop(): Promise<void>
}

/** Kamailio as its operators start it, at ports of its own, with SIPp as the caller and as the set of an operator. */
export async function startTelephoneExchange(): Promise<TelephoneExchange> {
  const folder = mkdtempSync(join(tmpdir(), 'rondbel-sip-'))
  const [sip, set, caller] = [await freeSipPort(), await freeSipPort(), await freeSipPort()]
  const tellsAt = `127.0.0.1:${await freePort()}`
  const defined = {
    SIP_LISTEN: `udp:127.0.0.1:${sip}`,
    SET_URI: `"sip:127.0.0.1:${set}"`,
    RONDBEL_TELLS_AT: `"${tellsAt}"`,
  }
  const kamailio = inGroup('kamailio', [
    ...['-f', join(import.meta.dirname, 'kamailio.cfg'), '-DD', '-E', '-m', '32', '-M', '8'],
    ...['-Y', folder, '-P', join(folder, 'pid')],
    ...Object.entries(defined).flatMap(([name, value]) => ['-A', `${name}=${value}`]),
  ])
  await until('Kamailio is there', () => listens(tellsAt), 15_000)
  const sipp = (scenario: string, port: number, options: string[]) =>
    runSipp([
      ...['-sf', join(import.meta.dirname, 'scenarios', `${scenario}.xml`), '-i', '127.0.0.1', '-p', String(port)],
      ...['-m', '1', '-nostdin', '-timeout', '15s', '-timeout_error', ...options],
    ])
  return {
    tellsAt,
    async call(scenarios, { dialled, asserted, shown = `${asserted}@127.0.0.1`, privacy = 'none', extension = '204' }) {
      const keys = { shown, asserted, privacy }
      const answering = sipp(scenarios.set, set, ['-key', 'extension', extension])
      const calling = sipp(scenarios.caller, caller, [
        ...['-s', dialled, ...Object.entries(keys).flatMap(([name, value]) => ['-key', name, value])],
        `127.0.0.1:${sip}`,
      ])
      await Promise.all([answering, calling])
    },
    async stop() {
      await kamailio.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A process and all that it starts, gone at the latest with this one. */
function inGroup(program: string, args: string[]) {
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  const ended = once(child, 'exit')
  const kill = () => endGroup(child, 'SIGKILL')
  process.once('exit', kill)
  return {
    async stop() {
      endGroup(child, 'SIGTERM')
      await ended
      kill()
      process.off('exit', kill)
    },
  }
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals) {
  try {
    if (pid) process.kill(-pid, signal)
  } catch {
    // It has ended.
  }
}

/** It sends its first message again after half a second: the set need not be there before the caller rings. */
async function runSipp(args: string[]) {
  const child = spawn('sipp', args, { stdio: 'ignore', env: { ...process.env, TERM: 'dumb' } })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const [code] = await once(child, 'exit')
  process.off('exit', kill)
  if (code !== 0) throw new Error(`SIPp saw another call than it was to play (${code}): ${args.join(' ')}`)
}

function listens(address: string): Promise<boolean> {
  const [host, port] = address.split(':')
  const socket = connect({ host, port: Number(port) })
  const is = once(socket, 'connect').then(
    () => true,
    () => false,
  )
  return is.finally(() => socket.destroy())
}

async function freeSipPort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}
