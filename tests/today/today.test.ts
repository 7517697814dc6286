import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { invite } from '#app/accounts/invitations.server.ts'
import { action as closeAction } from '#app/conversations/pages/urgent-closure.tsx'
import { urgentColumn } from '#app/conversations/sealed-columns.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { addUrgentNumber } from '#app/corporations/urgent-numbers.server.ts'
import { createFollowUp } from '#app/follow-ups/create-follow-ups.server.ts'
import { requestGesture } from '#app/gestures/request-gestures.server.ts'
import { loader } from '#app/today/pages/today.tsx'
import type { Today } from '#app/today/read-today.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { aCampaign, aTarget } from '#tests/calls/a-call.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, refusalIn, signedIn } from '#tests/support/signed-in.ts'

const call = (handler: unknown, request: Request, params = {}) =>
  answerOf(() => (handler as (args: LoaderFunctionArgs) => Promise<unknown>)({ request, params, context: {} as never }))
const today = async (actor: Actor) => (await call(loader, await signedIn(actor, '/'))) as Today

describe('Vandaag', () => {
  let coordinator: Actor
  let caller: Actor
  let administrator: Actor
  let reader: Actor
  let stranger: Actor
  let urgentId: string

  beforeAll(async () => {
    await useDatabase()
    const corporation = await aCorporation()
    coordinator = await anActor(corporation)
    caller = await anActor(corporation, { role: 'caller', name: 'Els Bakker' })
    administrator = await anActor(corporation, { role: 'administrator' })
    reader = await anActor(corporation, { role: 'reader' })
    stranger = await anActor(await aCorporation())
  })

  test('a new installation says what to do first, and offers it to who may', async () => {
    expect(await today(administrator)).toMatchObject({ hasTenants: false, mayImport: true })
    expect(await today(coordinator)).toMatchObject({ hasTenants: false, mayImport: true })
    expect(await today(caller)).toMatchObject({ hasTenants: false, mayImport: false })
    expect(await today(reader)).toMatchObject({ hasTenants: false, mayImport: false })
  })

  test('a caller sees the own list, the appointments of the day and the own promises', async () => {
    const campaign = await aCampaign(coordinator, [caller])
    const soon = new Date(Date.now() + 60_000)
    await aTarget(coordinator, campaign, await aTenant(coordinator), { assignedTo: caller.accountId })
    const kept = { state: 'appointment', nextAt: soon, appointmentWith: caller.accountId }
    await aTarget(coordinator, campaign, await aTenant(coordinator, { infix: 'de', lastName: 'Wit' }), kept)
    const tenant = await aTenant(coordinator)
    await aTarget(coordinator, campaign, tenant, { assignedTo: coordinator.accountId })
    await inScope(caller, async (tx) => {
      const sealer = await sealerFor(tx, caller.corporationId)
      const promise = {
        tenantId: tenant.id,
        kind: 'visit',
        promise: 'Koffie',
        ownerId: caller.accountId,
        dueOn: '2020-01-01',
      } as const
      await createFollowUp(tx, caller, { sealer, input: promise })
      await requestGesture(tx, caller, {
        sealer,
        input: { tenantId: tenant.id, kind: 'card', text: 'Fijn u te spreken' },
      })
      urgentId = uuidV7()
      const urgentSealed = sealer.seal(urgentColumn(urgentId), 'Huisarts Van Rijn gaat erheen')
      const at = {
        corporationId: caller.corporationId,
        id: urgentId,
        tenantId: tenant.id,
        accountId: caller.accountId,
        topics: [],
      }
      await tx.conversation.create({ data: { ...at, wellbeing: 'urgent', urgentSealed } })
    })
    const seen = await today(caller)
    expect(seen.calling).toMatchObject({ left: 2, isSomebodyReady: true })
    expect(seen.calling?.appointments.map(({ lastName }) => lastName)).toEqual(['Wit'])
    expect(seen.promised).toEqual({ late: 1, today: 0, ask: 0, tell: 0 })
  })

  test('a caller sees nothing of what others decide', async () => {
    expect(await today(caller)).toMatchObject({
      urgent: null,
      urgentNumbers: null,
      steering: null,
      campaigns: null,
      administration: null,
    })
  })

  test('a coordinator sees who needs help now, what waits and how each round stands', async () => {
    const seen = await today(coordinator)
    expect(seen.urgent).toMatchObject([{ id: urgentId, by: 'Els Bakker', rang: 'Huisarts Van Rijn gaat erheen' }])
    expect(seen.steering).toMatchObject({ late: 1, requested: 1 })
    expect(seen.campaigns).toMatchObject([
      { name: 'Belactie 80+', state: 'running', figures: { total: 3, reached: 0, toDo: 3 } },
    ])
    expect(seen.administration).toBeNull()
  })

  test('whoever can fill in the numbers for emergencies sees them, and that there are none', async () => {
    for (const who of [coordinator, administrator]) expect((await today(who)).urgentNumbers).toEqual([])
    const number = { name: 'Wijkbeheerder', phone: '+31162412233', ringWhen: '', notes: '' }
    await addUrgentNumber(administrator, uuidV7(), number)
    expect((await today(coordinator)).urgentNumbers).toMatchObject([{ phone: { text: '0162 412 233' } }])
    for (const who of [caller, reader]) expect((await today(who)).urgentNumbers).toBeNull()
  })

  test('a reader sees the rounds as counts, without one name of a tenant', async () => {
    const seen = await today(reader)
    expect(seen).toMatchObject({ calling: null, promised: null, urgent: null, steering: null, administration: null })
    expect(seen.campaigns).toHaveLength(1)
    expect(JSON.stringify(seen)).not.toContain('Kuipers')
  })

  test('an administrator sees whether it works and who was invited and has not come', async () => {
    await invite(administrator, { name: 'Nieuwe Collega', email: 'nieuw@example.nl', role: 'caller' }, new Date())
    const seen = await today(administrator)
    expect(seen.administration).toMatchObject({
      health: { database: true },
      chain: { ok: true },
      lastImport: null,
      invitations: [{ name: 'Nieuwe Collega' }],
    })
    expect(JSON.stringify(seen)).not.toContain('Kuipers')
  })

  test('an urgent conversation leaves the page when somebody writes down what was done, and not before', async () => {
    const close = async (actor: Actor, result: string) =>
      call(closeAction, await posted(actor, `/urgent/${urgentId}/closure`, { result }), { conversationId: urgentId })
    expect(((await close(caller, 'x')) as Response).status).toBe(403)
    expect(((await close(stranger, 'x')) as Response).status).toBe(404)
    expect(await refusalIn(await close(coordinator, ' '))).toMatchObject({ refusal: { reason: 'result-required' } })
    expect(await close(coordinator, 'Dochter is er, huisarts is geweest')).toEqual({ ok: true })
    expect((await today(coordinator)).urgent).toEqual([])
    expect(await refusalIn(await close(coordinator, 'Nog eens'))).toMatchObject({
      refusal: { reason: 'closed-already' },
    })
    const written = await asSuperuser("SELECT id FROM audit_event WHERE action = 'urgent:closed' AND subject_id = $1", [
      urgentId,
    ])
    expect(written).toHaveLength(1)
  })
})
