import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import { cookieName } from '#app/accounts/sessions.server.ts'
import { ourOrigin } from '#app/core/our-origin.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { useDatabase } from '#tests/support/database.ts'
import { listenToLog } from '#tests/support/heard-log.ts'
import { type Served, serve } from './served.ts'
import { wholeBuild } from './whole-build.ts'

const password = 'zeven paarse fietsbellen'
const given = process.env.PUBLIC_URL
let email: string
let server: Served
let heard: ReturnType<typeof listenToLog>

beforeAll(async () => {
  await useDatabase()
  heard = listenToLog()
  email = (await anActor(await aCorporation(), { passwordHash: await hashPassword(password) })).email
  server = await serve((await wholeBuild()).build)
})
afterAll(() => {
  usePublicUrl(given)
  return server.close()
})

/** As a browser posts it that was at this address. */
async function signInAt(origin: string, fetchSite: string | undefined = 'same-origin') {
  const answer = await server.ask('/sign-in', {
    method: 'POST',
    headers: {
      Host: new URL(origin).host,
      Origin: origin,
      ...(fetchSite && { 'Sec-Fetch-Site': fetchSite }),
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ email, password }).toString(),
  })
  return { ...answer, cookie: String(answer.headers['set-cookie'] ?? '') }
}

describe('started on this machine', () => {
  beforeAll(() => usePublicUrl(undefined))

  test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'http://localhost:8080'])(
    'somebody signs in at %s and is known there, by new and by older browsers',
    async (origin) => {
      for (const fetchSite of ['same-origin', '']) {
        const { status, headers, cookie } = await signInAt(origin, fetchSite)
        expect([status, headers.location]).toEqual([302, '/'])
        const token = new RegExp(`${cookieName}=[^;]+`).exec(cookie)?.[0] ?? ''
        const home = await server.ask('/', { headers: { Host: new URL(origin).host, Cookie: token } })
        expect(home.status).toBe(200)
      }
    },
  )

  test('a form from another page is still refused, whatever name it was sent to', async () => {
    const headers = { Host: '127.0.0.1:3000', Origin: 'http://localhost:9999' }
    expect((await server.ask('/sign-in', { method: 'POST', headers, body: '' })).status).toBe(403)
    const rebound = { Host: 'elders.example:3000', Origin: 'http://elders.example:3000' }
    expect((await server.ask('/sign-in', { method: 'POST', headers: rebound, body: '' })).status).toBe(403)
  })
})

describe('with an address of its own', () => {
  beforeAll(() => usePublicUrl('https://rondbel.example.nl'))

  test('somebody signs in there', async () => {
    expect((await signInAt('https://rondbel.example.nl')).status).toBe(302)
  })

  test.each(['http://127.0.0.1:3000', 'http://192.168.1.20:3000', 'https://oude-naam.example.nl'])(
    'at %s one sentence says where it is, and it is no failure of ours',
    async (origin) => {
      const before = heard().length
      const { status, text, cookie } = await signInAt(origin)
      expect([status, text, cookie]).toEqual([421, 'Rondbel staat op https://rondbel.example.nl. Open het daar.', ''])
      expect(
        heard()
          .slice(before)
          .filter(({ level }) => Number(level) >= 50),
      ).toEqual([])
    },
  )

  test('this machine is another address then, as a proxy may ask by that name', () => {
    const publicUrl = new URL('https://rondbel.example.nl')
    for (const host of ['127.0.0.1:3000', 'localhost', 'app:3000', 'not a host', undefined])
      expect(ourOrigin({ host }, publicUrl)).toBe('https://rondbel.example.nl')
  })
})

function usePublicUrl(url: string | undefined) {
  if (url === undefined) delete process.env.PUBLIC_URL
  else process.env.PUBLIC_URL = url
  resetSingleton('env')
}
