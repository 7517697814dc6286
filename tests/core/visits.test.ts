import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookieName, openSession } from '#app/accounts/sessions.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type Served, serve } from './served.ts'
import { wholeBuild } from './whole-build.ts'

let server: Served
let whole: Awaited<ReturnType<typeof wholeBuild>>
let cookies: string[]

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  cookies = await Promise.all(
    (['caller', 'coordinator', 'administrator'] as const).map(async (role) => {
      const actor = await anActor(corporation, { role })
      const opened = { place: actor }
      return `${cookieName}=${await inScope(actor, (tx) => openSession(tx, actor.accountId, opened))}`
    }),
  )
  whole = await wholeBuild()
  server = await serve(whole.build)
})
afterAll(() => server.close())

const filledIn = (path: string) => path.replace(':token', '1.nothing').replaceAll(/:\w+/g, uuidV7())
const visit = async (path: string, cookie: string) => {
  const answer = await server.ask(path, { headers: { Cookie: cookie, 'Sec-Fetch-Mode': 'navigate' } })
  return { path, ...answer, type: String(answer.headers['content-type'] ?? '') }
}

test('whoever visits an address that only takes forms is told in the frame that there is no such page', async () => {
  expect(whole.formsOnly.length).toBeGreaterThan(20)
  for (const path of whole.formsOnly.map(filledIn)) {
    const { status, type, text } = await visit(path, cookies[1] ?? '')
    expect({ path, status, type }).toEqual({ path, status: 404, type: 'text/html; charset=utf-8' })
    expect(text).toContain('Deze bladzijde is er niet')
  }
})

test('no address answers a visit by a failure or in the language of machines', async () => {
  for (const cookie of ['', ...cookies])
    for (const path of whole.paths.map(filledIn)) {
      const { status, type, text } = await visit(path, cookie)
      expect({ path, isFault: status >= 500, isRaw: type.includes('json') && status >= 400 }).toEqual({
        path,
        isFault: false,
        isRaw: false,
      })
      expect(text).not.toContain('Unexpected Server Error')
    }
})
