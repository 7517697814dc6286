import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { type CorporationScope, inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { applyImport } from '#app/tenant-lists/apply-import.server.ts'
import { cancelImport } from '#app/tenant-lists/cancel-import.server.ts'
import { checkImport, requestCheckIn } from '#app/tenant-lists/check-import.server.ts'
import { requestUndo, undoImport } from '#app/tenant-lists/undo-import.server.ts'
import { lockLists, workOnImport } from '#app/tenant-lists/work-on-import.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { until } from '#tests/support/until.ts'
import { applied, begun, checkOf, dump, smallList } from './lists.ts'

let corporation: Corporation
let scope: CorporationScope

beforeAll(async () => {
  await useDatabase()
})
beforeEach(async () => {
  corporation = await aCorporation()
  scope = systemScope(corporation.id)
})
afterEach(() => {
  vi.useRealTimers()
})

const now = () => new Date()
const cancelled = { ok: false, reason: 'cancelled' }
const aList = () => smallList([{ Huurdernr: '1' }, { Huurdernr: '2' }])

const stagedRows = () => asSuperuser(`SELECT 1 FROM tenant_import_row WHERE corporation_id = $1`, [corporation.id])
const actions = async () =>
  (
    await asSuperuser<{ action: string }>(`SELECT action FROM audit_event WHERE corporation_id = $1 ORDER BY id`, [
      corporation.id,
    ])
  ).map(({ action }) => action)

/** A worker waits here for the lists of its corporation, in the middle of its work, until this lets it go on. */
function holdingLists<T>(meanwhile: () => Promise<T>): Promise<T> {
  return inScopeSql(scope, async (tx) => {
    await lockLists(tx, corporation.id, 'writing')
    return meanwhile()
  })
}

const isHeldUp = async () =>
  (
    await asSuperuser(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'advisory'`,
    )
  ).length > 0

async function checking() {
  const { importId } = await checkOf(scope, aList())
  await inScopeSql(scope, (tx) => requestCheckIn(tx, scope, importId))
  return { importId, work: () => checkImport(scope, importId, campaignsFollowLists) }
}

async function applying() {
  const { importId } = await checkOf(scope, aList())
  await begun(scope, importId)
  return { importId, work: () => applyImport(scope, importId, campaignsFollowLists) }
}

/** Another list was applied after this one was checked, so that it has to ask once more. */
async function askingAgain() {
  const other = smallList([{ Huurdernr: '1' }, { Huurdernr: '2', Mobiel: '06-22222222' }])
  const [first, { importId }] = [await checkOf(scope, aList()), await checkOf(scope, other)]
  for (const one of [first.importId, importId]) await begun(scope, one)
  await applyImport(scope, first.importId, campaignsFollowLists)
  await asSuperuser(`DELETE FROM tenant_import_row WHERE corporation_id = $1`, [corporation.id])
  return { importId, work: () => applyImport(scope, importId, campaignsFollowLists) }
}

async function undoing() {
  const { importId } = await applied(corporation, aList())
  await inScopeSql(scope, (tx) => requestUndo(tx, scope, { importId, now: now() }))
  await asSuperuser(`DELETE FROM tenant_import_row WHERE corporation_id = $1`, [corporation.id])
  return { importId, work: () => undoImport(scope, importId, campaignsFollowLists) }
}

test.each([
  ['checked', checking],
  ['applied', applying],
])(
  'cancelled while it is being %s, the worker notices in the middle, and nothing of it is kept',
  async (_, prepare) => {
    const { importId, work } = await prepare()
    await holdingLists(async () => {
      const working = work()
      await until('the worker is in the middle of it', isHeldUp)
      expect(await cancelImport(scope, importId, now())).toEqual({ ok: true })
      expect(await working).toEqual(cancelled)
    })
    expect((await dump(corporation)).trim()).toBe('')
    expect(await stagedRows()).toHaveLength(0)
    expect(await cancelImport(scope, importId, now())).toEqual({ ok: false, reason: 'not-in-this-state' })
  },
)

const cancels = async (importId: string) => expect(await cancelImport(scope, importId, now())).toEqual({ ok: true })
/** Nobody can cancel this one; whatever else took it away, the worker answers in the same way. */
const takesAway = (importId: string) =>
  asSuperuser(`UPDATE tenant_import SET state = 'failed' WHERE id = $1`, [importId])

test.each([
  ['checked', checking, cancels],
  ['applied', applying, cancels],
  ['applied and asks again', askingAgain, cancels],
  ['undone', undoing, takesAway],
])('taken away after the last look at it while it is being %s, nothing of it is kept', async (_, prepare, take) => {
  const { importId, work } = await prepare()
  const before = await dump(corporation)
  // Without its clock the worker never looks whether the list is still there, and finds out at its end.
  vi.useFakeTimers({ toFake: ['setInterval'] })
  const working = await holdingLists(async () => {
    const begun = work()
    await until('the worker is in the middle of it', isHeldUp)
    await take(importId)
    return { begun, written: await actions() }
  })
  expect(await working.begun).toEqual(cancelled)
  expect(await dump(corporation)).toBe(before)
  expect(await stagedRows()).toHaveLength(0)
  expect(await actions()).toEqual(working.written)
})

test('a list whose rows a worker is making anew is cancelled all the same, and neither waits for the other', async () => {
  const { importId } = await checking()
  let hasRows = false
  const working = workOnImport(scope, importId, {
    state: 'checking',
    work: {
      async run(tx, _found, { signal }) {
        await tx.sql(sql`DELETE FROM tenant_import_row WHERE import_id = ${importId}::uuid`)
        hasRows = true
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      },
      finish: async () => ({ ok: true }) as const,
    },
  })
  await until('the worker holds the rows', () => hasRows)
  expect(await cancelImport(scope, importId, now())).toEqual({ ok: true })
  expect(await working).toEqual(cancelled)
  expect(await stagedRows()).toHaveLength(0)
})
