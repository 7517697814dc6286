import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyPatienceMs } from '#app/core/body-limits.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type Served, serve } from './served.ts'

/** In place of the minute that a body may take. */
const patience = 500

let server: Served
beforeAll(async () => {
  await useDatabase()
  server = await serve(undefined, patience)
})
afterAll(() => server.close())

const ours =
  'Origin: http://localhost:3000\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000'

/** Sends one of a thousand bytes and no more; says whether the connection still stands after so long. */
async function stands(path: string, milliseconds: number, head = ours): Promise<boolean> {
  const socket = connect(server.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.on('error', () => {}).resume()
  socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost:3000\r\n${head}\r\n\r\na`)
  await Promise.race([once(socket, 'close'), wait(milliseconds)])
  const { closed } = socket
  socket.destroy()
  return !closed
}

test('a minute is what a body has', () => {
  expect(bodyPatienceMs).toBe(60_000)
})

test('connections that send a form drop by drop are let go of, also where nobody reads it', async () => {
  const paths = ['/sign-in', '/sign-in.data', '/invitations/1.nothing', '/page', '/resource', '/nowhere']
  const standing = await Promise.all([...paths, ...paths].map((path) => stands(path, 10 * patience)))
  expect(standing).toEqual(standing.map(() => false))
})

test('so are those that were refused, also where a list may come slowly', async () => {
  const foreign = ours.replace('same-origin', 'cross-site')
  const tooLong = ours.replace('1000', '999999999')
  for (const head of [foreign, tooLong])
    for (const path of ['/page', '/imports/new'])
      expect([path, await stands(path, 10 * patience, head)]).toEqual([path, false])
})

test('a list over a slow line is waited for', async () => {
  expect(await stands('/imports/new', 3 * patience)).toBe(true)
})
