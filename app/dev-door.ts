import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { pipeline } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

/** Passes connections on to a port of this machine; who comes while nobody listens there waits until somebody does. */
export const createDoor = (port: number) => createServer((caller) => void passOn(caller, port))

async function passOn(caller: Socket, port: number) {
  caller.on('error', () => caller.destroy())
  const answering = await reach(port, caller)
  if (answering) pipeline(caller, answering, caller, () => {})
}

/** Null when the caller gave up before anybody was there. */
async function reach(port: number, caller: Socket) {
  while (!caller.destroyed) {
    const socket = connect(port, '127.0.0.1')
    if (await once(socket, 'connect').catch(() => null)) return socket
    await sleep(100)
  }
  return null
}
