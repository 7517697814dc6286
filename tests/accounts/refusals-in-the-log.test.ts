import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorize } from '#app/accounts/authorize.server.ts'
import { loader as team } from '#app/campaigns/pages/team.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { type Served, serve } from '#tests/core/served.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, signedIn } from '#tests/support/signed-in.ts'
import { until } from '#tests/support/until.ts'

let server: Served
beforeAll(async () => {
  await useDatabase()
  server = await serve()
})
afterAll(() => server.close())

const written = (corporationId: number, action: string) =>
  asSuperuser<{ subject_id: string | null; details: Record<string, string> }>(
    'SELECT subject_id, details FROM audit_event WHERE corporation_id = $1 AND action = $2 ORDER BY id',
    [corporationId, action],
  )
const foreign = 'account:foreign-write-refused'
const sendFrom = (site: string, cookie = '') =>
  server.ask('/page', {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': site, 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookie },
    body: 'name=mevrouw+Kuipers',
  })

test('what another site sent stands in the log of the only corporation, and not without end', async () => {
  const corporation = await aCorporation()
  expect((await sendFrom('cross-site')).status).toBe(403)
  await until('it is written', async () => (await written(corporation.id, foreign)).length > 0)
  expect(await written(corporation.id, foreign)).toEqual([
    { subject_id: null, details: { from: expect.stringMatching(/^[\w-]{12}$/) } },
  ])
  await Promise.all(Array.from({ length: 100 }, () => sendFrom('cross-site')))
  await sendFrom('same-site')
  expect((await written(corporation.id, foreign)).length).toBeLessThanOrEqual(60)
})

test('of whoever is signed in it stands in the log of their own corporation, and keeps no session', async () => {
  const actor = await anActor(await aCorporation({ name: 'De Eik' }))
  const request = await signedIn(actor, '/')
  await asSuperuser(
    `UPDATE session SET last_seen_at = last_seen_at - interval '5 minutes' WHERE account_id = $1 RETURNING 1`,
    [actor.accountId],
  )
  const seenAt = () => asSuperuser('SELECT last_seen_at FROM session WHERE account_id = $1', [actor.accountId])
  const before = await seenAt()
  expect((await sendFrom('same-site', request.headers.get('Cookie') ?? '')).status).toBe(403)
  await until('it is written', async () => (await written(actor.corporationId, foreign)).length > 0)
  expect(await written(actor.corporationId, foreign)).toMatchObject([{ subject_id: actor.accountId }])
  expect(await seenAt()).toEqual(before)
})

test('a page that refuses by a rule of its own writes it down as well', async () => {
  const reader = await anActor(await aCorporation({ name: 'De Wilg' }), { role: 'reader' })
  const request = await signedIn(reader, '/campaigns/x/callers')
  expect(await authorize(request, 'campaign:read')).toMatchObject({ role: 'reader' })
  const answer = await answerOf(() => team({ request, params: {}, context: {} as never }))
  expect(answer).toMatchObject({ status: 403 })
  expect(await written(reader.corporationId, 'account:access-refused')).toEqual([
    { subject_id: reader.accountId, details: { permission: 'campaign:write' } },
  ])
})
