import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk } from '#prisma/builders/desk.ts'
import { type Served, serve } from '#tests/core/served.ts'
import { wholeBuild } from '#tests/core/whole-build.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { listenToLog } from '#tests/support/heard-log.ts'
import { aForm, aPublicLine } from './a-public-line.ts'

const ours = { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-origin' }
const type = { 'Content-Type': 'application/x-www-form-urlencoded' }

let corporation: Corporation
let line: Awaited<ReturnType<typeof aPublicLine>>
let server: Served
let logged: ReturnType<typeof listenToLog>

beforeAll(async () => {
  await useDatabase()
  corporation = await aCorporation()
  line = await aPublicLine(corporation, { deskId: (await aDesk([corporation])).id, kind: 'urgent-repairs' })
  logged = listenToLog()
  server = await serve((await wholeBuild()).build)
})
afterAll(() => server.close())

const post = (fields: Record<string, string>, headers: Record<string, string> = ours) =>
  server.ask(`/b/${line.address}`, {
    method: 'POST',
    headers: { ...type, ...headers },
    body: `${new URLSearchParams(fields)}`,
  })
const count = async () => (await asSuperuser<{ n: number }>('SELECT count(*)::int AS n FROM desk_contact'))[0]?.n ?? 0

test('without a cookie, an account or a script: opened, filled in, sent and read', async () => {
  const page = await server.ask(`/b/${line.address}`)
  expect(page.status).toBe(200)
  const [, token = ''] = /name="token" value="([^"]+)"/.exec(page.text) ?? []
  const early = await post({ ...aForm(line), token })
  expect([early.status, /value="Mevrouw de Wit"/.test(early.text), /De kraan drupt\./.test(early.text)]).toEqual([
    400,
    true,
    true,
  ])
  const sent = await post(aForm(line))
  expect(sent.status).toBe(303)
  const receipt = await server.ask(sent.headers.location ?? '')
  expect(receipt.text).toContain('Wij bellen u terug vóór')
  for (const answer of [page, early, sent, receipt]) {
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('no-store')
  }
  expect(page.headers['content-security-policy']).toMatch(/form-action 'self'.*frame-ancestors 'none'/)
})

test('danger stands before everything else on the page', async () => {
  const { text } = await server.ask(`/b/${line.address}`)
  expect(text.indexOf('Bent u in gevaar?')).toBeLessThan(text.indexOf('<h1'))
  expect(text).toMatch(/href="tel:112"/)
  expect(text).toMatch(/href="tel:08009009"/)
})

test('from a page of somebody else nothing is taken', async () => {
  const before = await count()
  const foreign: Record<string, string>[] = [
    { Origin: 'https://elsewhere.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'null' },
    {},
  ]
  for (const headers of foreign) expect((await post(aForm(line), headers)).status).toBe(403)
  expect(await count()).toBe(before)
})

test('what is typed up to four times too long comes back; what no keyboard sends is not read', async () => {
  const long = await post(aForm(line, { message: '€'.repeat(4_000) }))
  expect([long.status, long.text.includes('€'.repeat(4_000))]).toEqual([400, true])
  expect((await post(aForm(line, { message: 'x'.repeat(50_000) }))).status).toBe(413)
})

test('neither the address of a line nor anything of what was sent is in the log', async () => {
  const form = aForm(line, { message: 'Geheime boodschap', name: 'Geheime Naam', phone: '06 99887766' })
  await post(form)
  await server.ask(`/b/${line.address}?sent=x`)
  const text = JSON.stringify(logged())
  expect(text).toContain('/b/…')
  for (const word of [line.scope.subject, 'Geheime', '99887766', form.token]) expect(text).not.toContain(word)
})
