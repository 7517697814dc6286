import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { readAuditFilter } from '#app/audit/audit-filter.ts'
import { readAudit } from '#app/audit/read-audit.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { workbookType } from '#app/core/workbook.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { correctContact } from '#app/tenants/correct-contact.server.ts'
import type { OpenCorrection } from '#app/tenants/corrections.server.ts'
import { action as step } from '#app/tenants/pages/correction-step.tsx'
import { loader as page } from '#app/tenants/pages/corrections.tsx'
import { loader as file } from '#app/tenants/pages/corrections-file.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { scratch } from '#tests/imports/scratch.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { readBack } from '#tests/support/read-workbook.ts'
import { actionAt, answerOf, posted, signedIn } from '#tests/support/signed-in.ts'
import { applied, smallList } from '#tests/tenant-lists/lists.ts'

beforeAll(useDatabase)
const { fileOf } = scratch()

type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
const get = (route: unknown, actor: Actor, path: string) =>
  answerOf(async () => (route as Route)({ request: await signedIn(actor, path), params: {}, context: {} }))
const load = (actor: Actor) => get(page, actor, '/corrections')
const loadFile = (actor: Actor, as: string) => get(file, actor, `/corrections/file?as=${as}`)
const listed = async (actor: Actor) => ((await load(actor)) as { corrections: OpenCorrection[] }).corrections
const take = (actor: Actor, correctionId: string, path: string) =>
  answerOf(
    async () =>
      actionAt(
        step,
        `/corrections/${correctionId}/${path}`,
      )({
        request: await posted(actor, `/corrections/${correctionId}/${path}`, {}),
        params: { correctionId },
        context: {},
      }) as Promise<unknown>,
  )

const list = (mobile: string) => smallList([{ Huurdernr: '1', Mobiel: mobile }])

/** A tenant of whom the list said 06 12 34 56 78, and who gave 06 87 65 43 21. */
async function aCorrection() {
  const corporation: Corporation = await aCorporation()
  const coordinator = await anActor(corporation, { name: 'Cora' })
  await applied(corporation, list('06-12345678'))
  const [tenant] = await asSuperuser('SELECT id FROM tenant WHERE corporation_id = $1', [corporation.id])
  const tenantId = String(tenant?.id)
  await inScope(coordinator, (tx) =>
    correctContact(tx, coordinator, { tenantId, field: 'mobile', value: '+31687654321' }),
  )
  const [correction] = await listed(coordinator)
  return { corporation, coordinator, id: correction!.id }
}

test('a tick says that it stands in their own system, and can be taken back', async () => {
  const { corporation, coordinator, id } = await aCorrection()
  expect(await listed(coordinator)).toMatchObject([{ processedAt: null, isContested: false }])
  expect(await take(coordinator, id, 'processing')).toMatchObject({ status: 302 })
  expect(await listed(coordinator)).toMatchObject([{ processedBy: 'Cora', processedAt: expect.any(Date) }])
  expect(await take(coordinator, id, 'processing')).toMatchObject({ status: 302 })
  expect(await take(coordinator, id, 'reversal')).toMatchObject({ status: 302 })
  expect(await listed(coordinator)).toMatchObject([{ processedBy: null, processedAt: null }])
  const log = await asSuperuser('SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY at, id', [id])
  expect(log.map(({ action }) => action)).toEqual(['tenant_correction:processed', 'tenant_correction:reopened'])
  const caller = await anActor(corporation, { role: 'caller' })
  expect(await take(caller, id, 'processing')).toMatchObject({ status: 403 })
  expect(await take((await aCorrection()).coordinator, id, 'processing')).toMatchObject({ status: 404 })
})

test('the log says of which tenant it was, and finds it by their number', async () => {
  const { corporation, coordinator, id } = await aCorrection()
  await take(coordinator, id, 'processing')
  const [tenant] = await asSuperuser<{ number: string }>('SELECT number FROM tenant WHERE corporation_id = $1', [
    corporation.id,
  ])
  const filter = readAuditFilter(new URLSearchParams({ tenant: tenant!.number, action: 'tenant_correction' }))
  const asked = { filter, timeZone: 'Europe/Amsterdam', before: null, most: 10, seesTenants: false }
  const events = await inScope(coordinator, (tx) => readAudit(tx, coordinator, asked))
  expect(events).toMatchObject([{ action: 'tenant_correction:processed', name: tenant!.number, tenantId: null }])
})

test('a list that says a third thing is a contradiction, with what it said before; one that agrees ends it', async () => {
  const { corporation, coordinator } = await aCorrection()
  await applied(corporation, list('06-12345678'))
  expect(await listed(coordinator)).toMatchObject([{ isContested: false }])
  await applied(corporation, list('06-11111111'))
  expect(await listed(coordinator)).toMatchObject([
    { isContested: true, listedBefore: '06 12 34 56 78', listValue: '06 11 11 11 11', value: '06 87 65 43 21' },
  ])
  await applied(corporation, list('06-87654321'))
  expect(await listed(coordinator)).toEqual([])
})

test('the file has numbers as people write them and as systems do, and leaves out what was entered', async () => {
  const { coordinator, id } = await aCorrection()
  const csv = async () => ((await loadFile(coordinator, 'csv')) as Response).text()
  expect((await csv()).split('\r\n')[1]).toContain(';06 12 34 56 78;06 87 65 43 21;')
  expect(await csv()).toMatch(/\+31612345678.*\+31687654321/)
  await take(coordinator, id, 'processing')
  expect(await csv()).not.toContain('31687654321')
})

test('the workbook has every cell as text, and our own reader gets the very rows back', async () => {
  const { coordinator, id } = await aCorrection()
  await asSuperuser(`UPDATE tenant SET number = '00017' WHERE corporation_id = $1`, [coordinator.corporationId])
  const answer = (await loadFile(coordinator, 'xlsx')) as Response
  expect(answer.headers.get('Content-Disposition')).toContain('mutatielijst.xlsx')
  expect(answer.headers.get('Content-Type')).toBe(workbookType)
  const rows = await readBack(fileOf('corrections.xlsx', Buffer.from(await answer.arrayBuffer())))
  expect(rows[0]).toEqual(['Huurdernummer', 'Naam', 'Gegeven', 'In de lijst', 'Wordt', 'Sinds'])
  expect(rows[1]).toEqual([
    ...['00017', expect.any(String), 'Mobiel', '06 12 34 56 78', '06 87 65 43 21'],
    expect.stringMatching(/^\d\d-\d\d-\d{4}$/),
  ])
  await take(coordinator, id, 'processing')
  const after = (await loadFile(coordinator, 'xlsx')) as Response
  expect(await readBack(fileOf('after.xlsx', Buffer.from(await after.arrayBuffer())))).toHaveLength(1)
})
