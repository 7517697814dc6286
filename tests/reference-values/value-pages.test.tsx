import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { loader as inHandPage } from '#app/desks/pages/corporation-in-hand.tsx'
import { loader as page, action as set } from '#app/reference-values/pages/value.tsx'
import { action as removal } from '#app/reference-values/pages/value-plan.tsx'
import { loader as list } from '#app/reference-values/pages/values.tsx'
import { readOwn, readValues } from '#app/reference-values/read-values.server.ts'
import { setValue } from '#app/reference-values/set-value.server.ts'
import { toldValues } from '#app/reference-values/told-values.ts'
import { readValue } from '#app/reference-values/value-page.server.ts'
import { ToldTable } from '#app/reference-values/views/told-table.tsx'
import { LanguageProvider } from '#app/ui/language.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let corporation: Corporation
let coordinator: Actor
let contact: Actor
let stranger: Actor

beforeAll(useDatabase)
beforeEach(async () => {
  corporation = await aCorporation()
  coordinator = await anActor(corporation)
  contact = await anActor(corporation, { role: 'contact-person' })
  stranger = await anActor(await aCorporation(), { role: 'administrator' })
})

type Params = Record<string, string>
const args = (request: Request, params: Params) => ({ request, params, context: {} as never })
const open = (key: string, search = '', actor = coordinator) =>
  answerOf(async () => page(args(await signedIn(actor, `/settings/values/${key}${search}`), { key })))
const save = (key: string, fields: Record<string, string>, actor = coordinator) =>
  answerOf(async () => set(args(await posted(actor, `/settings/values/${key}`, fields), { key })))
const listed = (actor: Actor) => answerOf(async () => list(args(await signedIn(actor, '/settings/values'), {})))
const remove = (key: string, planId: string, actor = coordinator) =>
  answerOf(async () =>
    removal(args(await posted(actor, `/settings/values/${key}/plans/${planId}`, {}), { key, planId })),
  )

const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })
const ahead = '2099-06-01'

test('the list says of each what holds, since when and what is planned', async () => {
  await save('call-out-night', { value: '75', fromOn: today })
  await save('call-out-night', { value: '77,50', fromOn: ahead })
  const { values, mayChange } = (await listed(coordinator)) as Awaited<ReturnType<typeof list>>
  const of = (key: string) => values.find((one) => one.key === key)
  expect(mayChange).toBe(true)
  expect(of('call-out-night')).toMatchObject({
    text: '€ 75',
    fromOn: today,
    from: 'own',
    planned: [{ text: '€ 77,50', fromOn: ahead }],
  })
  expect(of('gas-and-power')).toMatchObject({ text: '0800 9009', from: 'national', planned: [] })
  expect(of('office')).toMatchObject({ text: null, from: null })
  expect(of('office-hours')).toMatchObject({ from: 'office-hours' })
  const others = (await listed(stranger)) as Awaited<ReturnType<typeof list>>
  expect(others.values.find(({ key }) => key === 'call-out-night')).toMatchObject({ text: null, planned: [] })
})

test('a number is filled in from a day, and who did it stands in its history', async () => {
  expect(await save('office', { value: '0162 412 233', fromOn: today })).toMatchObject({ status: 302 })
  expect(await open('office')).toMatchObject({
    now: { text: '0162 412 233', value: '+31162412233', from: 'own' },
    planned: [],
    past: [{ text: '0162 412 233', fromOn: today, by: coordinator.name }],
    mayChange: true,
  })
})

test('what was typed stands there again when it is refused, with the reason', async () => {
  const typed = { value: '12345', fromOn: ahead }
  expect(await save('office', typed)).toMatchObject({ data: { errors: { value: 'phone' }, typed } })
  expect(await save('office', { value: '112', fromOn: '2020-01-01' })).toMatchObject({
    data: { errors: { fromOn: 'in-the-past' } },
  })
  expect(await save('emergency', { value: '0162412233', fromOn: ahead })).toMatchObject({
    data: { errors: { fromOn: 'fixed' } },
  })
  expect(await open('emergency')).toMatchObject({ mayChange: false })
  expect(await save('nummer', typed)).toMatchObject({ status: 404 })
  expect(await open('constructor')).toMatchObject({ status: 404 })
})

test.each([
  ['office', { value: '0162 412 233' }, '0162 412 233'],
  ['call-out-night', { value: '77,50' }, '€ 77,50'],
  ['first-call', { value: 'de opzichter' }, 'de opzichter'],
  ['gas-and-power', { isNone: 'on' }, null],
] as const)('what is planned for %s is taken away, and put back in one press', async (key, fields, text) => {
  await save(key, { ...fields, fromOn: ahead })
  const before = await inScope(coordinator, (tx) => readOwn(tx, coordinator))
  const away = (await remove(key, before[0]?.id ?? '')) as Response
  expect(away.status).toBe(302)
  expect(await inScope(coordinator, (tx) => readOwn(tx, coordinator))).toEqual([])
  const { search } = new URL(away.headers.get('Location') ?? '', 'http://localhost')
  const shown = (await open(key, search)) as Awaited<ReturnType<typeof page>>
  expect(shown.removed).toMatchObject({ text, fromOn: ahead })
  await save(key, Object.fromEntries(shown.removed?.fields ?? []))
  const after = await inScope(coordinator, (tx) => readOwn(tx, coordinator))
  expect(after).toEqual([{ ...before[0], id: expect.any(String) }])
  expect(await remove(key, before[0]?.id ?? '')).toMatchObject({ status: 404 })
  expect(await remove(key, after[0]?.id ?? '', stranger)).toMatchObject({ status: 404 })
})

test('a contact person reads it all and changes nothing; a caller and a reader see nothing', async () => {
  await save('office', { value: '0162 412 233', fromOn: ahead })
  expect(await listed(contact)).toMatchObject({ mayChange: false })
  expect(await open('office', '', contact)).toMatchObject({ mayChange: false, planned: [{ text: '0162 412 233' }] })
  expect(await save('office', { value: '112', fromOn: ahead }, contact)).toMatchObject({ status: 403 })
  const [row] = await inScope(coordinator, (tx) => readOwn(tx, coordinator))
  expect(await remove('office', row?.id ?? '', contact)).toMatchObject({ status: 403 })
  for (const role of ['caller', 'reader'] as const) {
    const actor = await anActor(corporation, { role })
    expect(await listed(actor)).toMatchObject({ status: 403 })
    expect(await open('office', '', actor)).toMatchObject({ status: 403 })
  }
})

test('a national number that was looked up more than a year ago says so', async () => {
  const old = async (on: string) => (await readValue(coordinator, 'police', on)).now.source?.isOld
  expect([await old('2026-11-27'), await old('2027-11-27'), await old('2027-11-28')]).toEqual([false, false, true])
  const ownOne = { key: 'police', value: '+31881234567', fromOn: '2027-01-01' } as const
  await setValue(coordinator, ownOne, today)
  expect(await old('2027-11-28')).toBeUndefined()
  const values = await inScope(coordinator, (tx) => readValues(tx, coordinator, '2027-11-28'))
  expect(values.get('police')?.source).toBe('own')
})

test('whoever answers for the corporation sees what its callers are told, with numbers to ring', async () => {
  await save('office', { value: '0162 412 233', fromOn: today })
  const operator = await aDeskActor(await aDesk([corporation]), { corporations: [corporation] })
  const params = { corporationId: String(corporation.id) }
  const { values } = await inHandPage(args(await signedIn(operator, '/desk'), params))
  const markup = renderToStaticMarkup(
    <LanguageProvider language="nl">
      <ToldTable values={values} />
    </LanguageProvider>,
  )
  expect(markup).toContain('href="tel:+31162412233"')
  expect(markup).toContain('href="tel:08009009"')
  expect(markup.match(/nog niet ingevuld/g)).toHaveLength(toldValues(new Map()).length - 8)
})
