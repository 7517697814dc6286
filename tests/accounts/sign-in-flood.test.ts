import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import { cookieName, openSession } from '#app/accounts/sessions.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { type Served, serve } from '#tests/core/served.ts'
import { wholeBuild } from '#tests/core/whole-build.ts'
import { useDatabase } from '#tests/support/database.ts'

const headers = {
  Origin: 'http://localhost:3000',
  'Sec-Fetch-Site': 'same-origin',
  'Content-Type': 'application/x-www-form-urlencoded',
}
const password = 'zeven paarse fietsbellen'
let server: Served
let cookie: string
let email: string

beforeAll(async () => {
  await useDatabase()
  const actor = await anActor(await aCorporation(), { role: 'reader', passwordHash: await hashPassword(password) })
  email = actor.email
  const opened = { place: actor }
  cookie = `${cookieName}=${await inScope(actor, (tx) => openSession(tx, actor.accountId, opened))}`
  server = await serve((await wholeBuild()).build)
})
afterAll(() => server.close())

const enter = (name: string, word: string) =>
  server.ask('/sign-in.data', {
    method: 'POST',
    headers,
    body: new URLSearchParams({ email: name, password: word }).toString(),
  })

async function pageMs() {
  const startedAt = performance.now()
  const { status } = await server.ask('/', { headers: { Cookie: cookie } })
  expect(status).toBe(200)
  return performance.now() - startedAt
}

test('three hundred who sign in at once keep nobody else waiting, and few of them are looked at', async () => {
  for (let warm = 0; warm < 5; warm++) await pageMs()
  let isOver = false
  const flood = Promise.all(Array.from({ length: 300 }, (_, index) => enter(`niemand-${index}@example.nl`, 'x'))).then(
    (answers) => {
      isOver = true
      return answers
    },
  )
  const waited: number[] = []
  while (!isOver || waited.length < 20) waited.push(await pageMs())
  const statuses = (await flood).map(({ status }) => status)
  // Two at once and sixty that wait, and as many more as were done while the three hundred came in.
  expect(statuses.filter((status) => status !== 503).length).toBeLessThan(150)
  expect(statuses.every((status) => [400, 503].includes(status))).toBe(true)
  const turnedAway = (await flood).find(({ status }) => status === 503)
  expect(turnedAway?.headers['retry-after']).toBe('10')
  expect(waited.sort((a, b) => a - b)[Math.floor(waited.length * 0.95) - 1]).toBeLessThan(1_000)
  expect((await enter(email, password)).status).toBe(202)
})

test('sixty who sign in at once all get in, each at the first try', async () => {
  const corporation = await aCorporation()
  const passwordHash = await hashPassword(password)
  const team = await Promise.all(
    Array.from({ length: 60 }, () => anActor(corporation, { role: 'caller', passwordHash })),
  )
  const answers = await Promise.all(team.map((caller) => enter(caller.email, password)))
  expect(answers.filter(({ status }) => status !== 202)).toEqual([])
})

test('whoever is turned away reads so in plain words', async () => {
  const post = () =>
    server.ask('/sign-in', {
      method: 'POST',
      headers: { ...headers, 'Accept-Language': 'nl' },
      body: 'email=a&password=b',
    })
  const answers = await Promise.all(Array.from({ length: 100 }, post))
  const { status, text } = answers.find((answer) => answer.status === 503) ?? { status: 0, text: '' }
  expect([status, text.includes('Wacht een paar tellen')]).toEqual([503, true])
})
