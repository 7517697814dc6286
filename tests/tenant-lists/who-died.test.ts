import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { inScope, inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { rawSql, sql } from '#app/core/sql.ts'
import { applyImport } from '#app/tenant-lists/apply-import.server.ts'
import { checkImport } from '#app/tenant-lists/check-import.server.ts'
import { action as answer } from '#app/tenant-lists/pages/deceased.tsx'
import { loader as detail } from '#app/tenant-lists/pages/import.tsx'
import { requestUndo, undoImport } from '#app/tenant-lists/undo-import.server.ts'
import { whyNotCallableSql } from '#app/tenants/contact-rule.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'
import { applied, begun, checkOf, smallList } from './lists.ts'

let coordinator: Actor
let caller: Actor

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation, { role: 'coordinator' })
  caller = await anActor(corporation, { role: 'caller' })
})

type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>

const look = (actor: Actor, importId: string) =>
  answerOf(async () =>
    (detail as unknown as Route)({
      request: await signedIn(actor, `/imports/${importId}`),
      params: { importId },
      context: {},
    }),
  )

const say = (actor: Actor, importId: string, fields: { asked: string[]; died: string[] }) =>
  answerOf(async () =>
    (answer as unknown as Route)({
      request: await posted(actor, `/imports/${importId}/deceased`, fields),
      params: { importId },
      context: {},
    }),
  )

const whyNot = (actor: Actor) =>
  inScope(actor, async (tx) => {
    const rows = await tx.sql<{ number: string; name: string; why: string | null }>(sql`
      SELECT t.number, concat_ws(' ', t.infix, t.last_name) AS name, ${rawSql(whyNotCallableSql(`date '2026-11-25'`))} AS why
      FROM tenant t WHERE t.corporation_id = ${actor.corporationId}::int ORDER BY t.number`)
    return rows.map(({ number, name, why }) => [number, name, why])
  })

const columns =
  'Huurdernr;Voorletters;Achternaam;Geb.datum;Straat;Huisnr;Postcode;Plaats;VHE-nummer;Tel. vast;Mobiel;Overleden'
const list = (rows: Record<string, string>[]) => smallList(rows, columns)

test('who seems to have died is asked about by name, and is rung only when somebody says that they live', async () => {
  const path = list([
    { Huurdernr: 'D1', Achternaam: '† Jansen' },
    { Huurdernr: 'D2', Achternaam: 'Pietersen (overleden)' },
    { Huurdernr: 'D3', Overleden: 'onbekend' },
    { Huurdernr: 'D4', Overleden: 'ja' },
    { Huurdernr: 'D5', Overleden: '12-3-2026' },
    { Huurdernr: 'D6', Achternaam: 'Wed. Smit' },
  ])
  const { importId } = await checkOf(coordinator, path)
  expect(await look(coordinator, importId)).toMatchObject({
    found: { warnings: [{ code: 'seem-deceased', rows: 3, confirmed: false }] },
    seemsDeceased: {
      total: 3,
      list: [
        { number: 'D1', person: { lastName: 'Jansen' }, warnings: [{ code: 'seems-deceased', value: '†' }] },
        { number: 'D2', person: { lastName: 'Pietersen' }, warnings: [{ value: 'overleden' }] },
        { number: 'D3', warnings: [{ field: 'deceasedOn', value: 'onbekend' }] },
      ],
    },
  })
  expect(await say(caller, importId, { asked: ['D1'], died: [] })).toMatchObject({ status: 403 })
  await say(coordinator, importId, { asked: ['D1', 'D2', 'D3'], died: ['D1', 'D2'] })
  expect(await checkImport(coordinator, importId, campaignsFollowLists)).toMatchObject({ ok: true, warnings: [] })
  await begun(coordinator, importId)
  expect(await applyImport(coordinator, importId, campaignsFollowLists)).toMatchObject({ ok: true })
  expect(await whyNot(coordinator)).toEqual([
    ['D1', 'Jansen', 'deceased'],
    ['D2', 'Pietersen', 'deceased'],
    ['D3', 'Wit', null],
    ['D4', 'Wit', 'deceased'],
    ['D5', 'Wit', 'deceased'],
    ['D6', 'Smit', null],
  ])
  // next week's list says the same, and nobody is asked again
  expect(await checkOf(coordinator, path)).toMatchObject({ counts: { unchanged: 6 }, warnings: [] })
})

test('an answer comes too late once the list is applied, and nothing of it is kept', async () => {
  const actor = await anActor(await aCorporation(), { role: 'coordinator' })
  const { importId } = await applied(
    { id: actor.corporationId } as never,
    list([{ Huurdernr: 'L1', Overleden: '2026' }]),
  )
  const late = await say(actor, importId, { asked: ['L1'], died: [] })
  expect((late as Response).headers.get('Location')).toContain('refused=not-in-this-state')
  expect(await asSuperuser('SELECT 1 FROM deceased_answer WHERE corporation_id = $1', [actor.corporationId])).toEqual(
    [],
  )
})

test('brought in where nobody can be asked, who seems to have died is not rung, and undoing takes it back', async () => {
  const corporation = await aCorporation()
  const [actor, scope] = [await anActor(corporation), systemScope(corporation.id)]
  await applied(corporation, list([{ Huurdernr: 'U1' }]))
  const { importId } = await applied(corporation, list([{ Huurdernr: 'U1', Achternaam: 'wijlen Wit' }]))
  expect(await whyNot(actor)).toEqual([['U1', 'Wit', 'deceased']])
  const undoing = await inScopeSql(scope, (tx) => requestUndo(tx, scope, { importId, now: new Date() }))
  expect(undoing).toEqual({ ok: true })
  await undoImport(scope, importId, campaignsFollowLists)
  expect(await whyNot(actor)).toEqual([['U1', 'Wit', null]])
})

test('a list without a column for it leaves the dead as they are known', async () => {
  const corporation = await aCorporation()
  const actor = await anActor(corporation)
  await applied(corporation, list([{ Huurdernr: 'S1', Overleden: 'J' }]))
  await applied(corporation, smallList([{ Huurdernr: 'S1' }]))
  expect(await whyNot(actor)).toEqual([['S1', 'Wit', 'deceased']])
  await applied(corporation, list([{ Huurdernr: 'S1', Overleden: 'nee' }]))
  expect(await whyNot(actor)).toEqual([['S1', 'Wit', null]])
})
