import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { reportStatus, undoReport } from '#app/campaigns/report-status.server.ts'
import { listConversations } from '#app/conversations/list-conversations.server.ts'
import { closeUrgent, listUrgent } from '#app/conversations/urgent-conversations.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { action as undo } from '#app/tenants/pages/report-reversal.tsx'
import { action as see } from '#app/tenants/pages/report-seen.tsx'
import { action as report } from '#app/tenants/pages/tenant-reports.tsx'
import { listReports, listUnseenReports, markSeen } from '#app/tenants/tenant-reports.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aCampaign, claimed, finish } from '../calls/a-campaign.ts'
import { targetRow } from '../campaigns/rows.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { answerOf, posted } from '../support/signed-in.ts'

beforeAll(useDatabase)

const unseen = (actor: Actor) => inScope(actor, (tx) => listUnseenReports(tx, actor))
const reportsOf = (actor: Actor, tenantId: string) =>
  inScope(actor, async (tx) => listReports(tx, actor, { sealer: await sealerFor(tx, actor.corporationId), tenantId }))
const tenantOf = async (targetId: string) => {
  const [row] = await asSuperuser<{ tenant_id: string }>('SELECT tenant_id FROM target WHERE id = $1', [targetId])
  return row!.tenant_id
}

describe('what a caller reports', () => {
  test.each(['deceased', 'moved'] as const)(
    '%s stands before the coordinators until one has seen it',
    async (outcome) => {
      const { callers, coordinator } = await aCampaign()
      const claim = await claimed(callers[0]!)
      await finish(callers[0]!, claim, outcome)
      const [row] = await unseen(coordinator)
      expect(row).toMatchObject({ kind: outcome, by: callers[0]!.name, street: 'Molenweg' })
      expect(await markSeen(coordinator, row!.id)).toBe(true)
      expect(await markSeen(coordinator, row!.id)).toBe(false)
      expect(await unseen(coordinator)).toEqual([])
      expect(await reportsOf(coordinator, row!.tenantId)).toMatchObject([{ seenBy: coordinator.name, undoneAt: null }])
    },
  )

  test('a worry stands there as well, and a good conversation does not', async () => {
    const { callers, coordinator } = await aCampaign({ homes: 2 })
    await finish(callers[0]!, await claimed(callers[0]!), 'spoken', { wellbeing: 'worry' })
    await finish(callers[0]!, await claimed(callers[0]!), 'spoken')
    expect(await unseen(coordinator)).toMatchObject([{ kind: 'worry' }])
  })

  test('is seen by nobody of another corporation', async () => {
    const { callers, coordinator } = await aCampaign()
    await finish(callers[0]!, await claimed(callers[0]!), 'moved')
    const stranger = await anActor(await aCorporation())
    expect(await unseen(stranger)).toEqual([])
    const [row] = await unseen(coordinator)
    expect(await markSeen(stranger, row!.id)).toBe(false)
    expect(await undoReport(stranger, row!.id, new Date())).toBeNull()
  })

  test('is taken back: the tenant may be called again, and the home is tried again', async () => {
    const { callers, coordinator } = await aCampaign()
    const { targetId } = await claimed(callers[0]!)
    await finish(callers[0]!, await claimed(callers[0]!), 'deceased')
    expect((await targetRow(targetId)).state).toBe('withdrawn')
    const [row] = await unseen(coordinator)
    expect(await undoReport(coordinator, row!.id, new Date())).toEqual({ tenantId: await tenantOf(targetId) })
    expect(await undoReport(coordinator, row!.id, new Date())).toBeNull()
    expect(await targetRow(targetId)).toMatchObject({ state: 'retry', withdrawn_reason: null })
    expect((await claimed(callers[0]!)).targetId).toBe(targetId)
    expect(await unseen(coordinator)).toEqual([])
  })
})

describe('what a coordinator reports', () => {
  test.each([
    ['deceased', 'deceased'],
    ['moved', 'moved'],
    ['objected', 'do-not-call'],
  ] as const)('%s holds at once, with its reason, and can be taken back', async (kind, reason) => {
    const { coordinator, campaignId } = await aCampaign()
    const [target] = await asSuperuser<{ id: string; tenant_id: string }>(
      'SELECT id, tenant_id FROM target WHERE campaign_id = $1',
      [campaignId],
    )
    const { id, tenant_id: tenantId } = target!
    const before = await targetRow(id)
    expect(await reportStatus(coordinator, { tenantId, kind, reason: 'Gehoord van de dochter', now: new Date() })).toBe(
      true,
    )
    expect(await targetRow(id)).toMatchObject({ state: 'withdrawn', withdrawn_reason: reason })
    const [filed] = await reportsOf(coordinator, tenantId)
    expect(filed).toMatchObject({ kind, reason: 'Gehoord van de dochter', seenBy: coordinator.name })
    expect(await unseen(coordinator)).toEqual([])
    await undoReport(coordinator, filed!.id, new Date())
    expect(await targetRow(id)).toMatchObject({ state: before.state, assigned_to: before.assigned_to })
    const audited = await asSuperuser<{ action: string }>(
      'SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY id',
      [tenantId],
    )
    expect(audited.map(({ action }) => action)).toEqual(
      expect.arrayContaining([`tenant:${kind}`, 'tenant_report:undone']),
    )
  })

  test('keeps no citizen service number in its reason', async () => {
    const { coordinator, tenantIds } = await aCampaign()
    const request = await posted(coordinator, '/', { kind: 'moved', reason: 'Van de zoon, 111 222 333' })
    const refused = await report({ request, params: { tenantId: tenantIds[0]! }, context: {} as never })
    expect(refused).toMatchObject({ data: { ok: false, errors: { reason: 'bsn' } }, init: { status: 400 } })
    expect(await reportsOf(coordinator, tenantIds[0]!)).toEqual([])
  })

  test('is for coordinators, and for tenants of their own', async () => {
    const { callers, tenantIds } = await aCampaign()
    const stranger = await anActor(await aCorporation())
    type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
    const tenantId = tenantIds[0]!
    const send = async (route: unknown, actor: Actor) =>
      answerOf(async () =>
        (route as Route)({
          request: await posted(actor, '/', { kind: 'moved', reason: 'Van de buren' }),
          params: { tenantId, reportId: tenantId },
          context: {},
        }),
      )
    for (const route of [report, see]) expect(await send(route, callers[0]!)).toMatchObject({ status: 403 })
    // A caller takes back what they said themselves; what they did not say is not found.
    expect(await send(undo, callers[0]!)).toMatchObject({ status: 404 })
    for (const route of [report, undo]) expect(await send(route, stranger)).toMatchObject({ status: 404 })
  })
})

test('whom to find is on the card of an urgent conversation; who was rung and what was done stay in the history', async () => {
  const { callers, coordinator } = await aCampaign()
  const spoken = { wellbeing: 'urgent', urgentRang: 'Wijkbeheerder Jan' }
  await finish(callers[0]!, await claimed(callers[0]!), 'spoken', spoken)
  const history = await inScope(coordinator, async (tx) => {
    const sealer = await sealerFor(tx, coordinator.corporationId)
    const [urgent] = await listUrgent(tx, coordinator, sealer)
    return { urgent: urgent!, sealer }
  })
  expect(history.urgent).toMatchObject({ street: 'Molenweg', phones: [{ e164: '+31612345678' }, {}] })
  const withBsn = await closeUrgent(coordinator, history.urgent.id, 'Jan is langsgegaan, 111 222 333')
  expect(withBsn).toEqual({ ok: false, reason: 'bsn' })
  await closeUrgent(coordinator, history.urgent.id, 'Jan is langsgegaan')
  const [kept] = await inScope(coordinator, (tx) =>
    listConversations(tx, coordinator, { sealer: history.sealer, tenantId: history.urgent.tenantId }),
  )
  expect(kept).toMatchObject({ urgentRang: 'Wijkbeheerder Jan', urgentResult: 'Jan is langsgegaan' })
})
