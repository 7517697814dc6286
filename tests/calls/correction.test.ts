import type { AppLoadContext } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { correctCall } from '#app/calls/correct-call.server.ts'
import { correctionSchema } from '#app/calls/correction-schema.ts'
import { listLastCalls } from '#app/calls/own-conversations.server.ts'
import { action } from '#app/calls/pages/conversation.tsx'
import { undoReport } from '#app/campaigns/report-status.server.ts'
import { findCorrectable } from '#app/conversations/correct-conversation.server.ts'
import { nl as historyWords } from '#app/conversations/history-words.ts'
import { listConversations } from '#app/conversations/list-conversations.server.ts'
import { conversationHistory } from '#app/conversations/tenant-history.server.ts'
import { listUrgent } from '#app/conversations/urgent-conversations.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { action as takeBack } from '#app/tenants/pages/report-reversal.tsx'
import { targetRow } from '../campaigns/rows.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { answerOf, posted } from '../support/signed-in.ts'
import { aCampaign, claimed, finish } from './a-campaign.ts'

beforeAll(useDatabase)

const corrected = { notes: 'Zij heet Jo.', wellbeing: 'watch' as const, topics: ['garden' as const], urgentRang: '' }

const correctConversation = (actor: Actor, conversationId: string, words: object) =>
  correctCall(actor, { conversationId }, { correction: correctionSchema.parse(words), now: new Date() }).then(
    (answer) => (answer?.ok ? answer : null),
  )

const conversationOf = async (attemptId: string) => {
  const [row] = await asSuperuser<{ id: string }>('SELECT id FROM conversation WHERE attempt_id = $1', [attemptId])
  return row!.id
}

async function aCall(outcome: 'spoken' | 'deceased' = 'spoken') {
  const campaign = await aCampaign({ callers: 2 })
  const caller = campaign.callers.find(Boolean)!
  const claim = await claimed(caller)
  await finish(caller, claim, outcome, outcome === 'deceased' ? { notes: 'Zei de buurman.' } : {})
  const [call] = await inScope(caller, (tx) => listLastCalls(tx, caller))
  return {
    ...campaign,
    caller,
    colleague: campaign.callers[1]!,
    claim,
    call: call!,
    conversationId: await conversationOf(call!.id),
  }
}

const history = (coordinator: Actor, tenantId: string) =>
  inScope(coordinator, async (tx) =>
    listConversations(tx, coordinator, { sealer: await sealerFor(tx, coordinator.corporationId), tenantId }),
  )

describe('a saved call', () => {
  test('is corrected by its caller, and what stood there is kept', async () => {
    const { caller, coordinator, conversationId } = await aCall()
    const { tenantId } = (await correctConversation(caller, conversationId, corrected))!
    expect(await history(coordinator, tenantId)).toMatchObject([
      {
        notes: 'Zij heet Jo.',
        wellbeing: 'watch',
        topics: ['garden'],
        versions: [{ notes: 'Klein praatje.', wellbeing: 'good', by: caller.name }],
      },
    ])
  })

  test('is not for a colleague, nor for its caller after a day; a coordinator corrects it always', async () => {
    const { caller, colleague, coordinator, conversationId, call } = await aCall()
    expect(await correctConversation(colleague, conversationId, corrected)).toBeNull()
    await asSuperuser("UPDATE conversation SET at = at - interval '25 hours' WHERE id = $1", [conversationId])
    await asSuperuser("UPDATE attempt SET at = at - interval '25 hours' WHERE id = $1", [call.id])
    expect(await inScope(caller, (tx) => findCorrectable(tx, caller, conversationId))).toBeNull()
    expect(await correctConversation(caller, conversationId, corrected)).toBeNull()
    expect(await correctConversation(coordinator, conversationId, corrected)).not.toBeNull()
  })

  test('that turns out to be urgent stands before the coordinators', async () => {
    const { caller, coordinator, conversationId } = await aCall()
    await correctConversation(caller, conversationId, { ...corrected, wellbeing: 'urgent', urgentRang: 'Jan' })
    const urgent = await inScope(coordinator, async (tx) =>
      listUrgent(tx, coordinator, await sealerFor(tx, coordinator.corporationId)),
    )
    expect(urgent).toMatchObject([{ id: conversationId, rang: 'Jan' }])
  })

  test('keeps and tells who was rung at once before that was corrected', async () => {
    const { caller, coordinator, conversationId } = await aCall()
    await correctConversation(caller, conversationId, { ...corrected, wellbeing: 'urgent', urgentRang: 'Jan' })
    await correctConversation(caller, conversationId, { ...corrected, wellbeing: 'urgent', urgentRang: 'Karin' })
    const { tenantId } = (await correctConversation(caller, conversationId, corrected))!
    const [conversation] = await history(coordinator, tenantId)
    expect(conversation).toMatchObject({ urgentRang: '', wellbeing: 'watch' })
    expect(conversation!.versions.map(({ urgentRang }) => urgentRang)).toEqual(['Karin', 'Jan', ''])
    const told = await inScope(coordinator, async (tx) => {
      const sealer = await sealerFor(tx, coordinator.corporationId)
      return conversationHistory(tx, coordinator, { sealer, tenantId, most: 9 })
    })
    const before = told.flatMap((event) => (event.what === 'conversation:corrected' ? [event] : []))
    expect(before.map(({ facts }) => historyWords['conversation:corrected'](facts, 1)[1])).toEqual([
      'Meteen gebeld met: Karin',
      'Meteen gebeld met: Jan',
      '',
    ])
  })

  test('takes no citizen service number', async () => {
    const { caller, conversationId } = await aCall()
    const path = `/conversations/${conversationId}`
    const request = await posted(caller, path, { notes: 'Het is 111222333.', wellbeing: 'good' })
    const answer = await answerOf(async () =>
      action({ request, params: { conversationId }, context: {} as AppLoadContext }),
    )
    expect(answer).toMatchObject({ data: { errors: { notes: 'bsn' } }, init: { status: 409 } })
  })

  test('gets no wellbeing when the tenant was not spoken to', async () => {
    const { caller, coordinator, conversationId } = await aCall('deceased')
    const { tenantId } = (await correctConversation(caller, conversationId, corrected))!
    expect(await history(coordinator, tenantId)).toMatchObject([{ notes: 'Zij heet Jo.', wellbeing: null, topics: [] }])
  })
})

describe('"deceased" in a call', () => {
  test('is taken back by its caller, and the home is to be called again', async () => {
    const { caller, colleague, claim, call } = await aCall('deceased')
    expect(await undoReport(colleague, call.reportId!, new Date())).toBeNull()
    expect(await undoReport(caller, call.reportId!, new Date())).not.toBeNull()
    expect(await targetRow(claim.targetId)).toMatchObject({ state: 'retry' })
  })

  test('says at once what can be taken back, and nothing does so of a call that says nothing of the tenant', async () => {
    const { callers } = await aCampaign({ homes: 2 })
    const caller = callers[0]!
    const died = await finish(caller, await claimed(caller), 'deceased')
    if (!died.ok || !died.reportId) throw new Error('It is reported.')
    const path = `/tenant-reports/${died.reportId}/reversal`
    const request = await posted(caller, path, { aside: '' })
    const answer = await takeBack({ request, params: { reportId: died.reportId }, context: {} as AppLoadContext })
    expect(await (answer as Response).json()).toEqual({ ok: true })
    expect(await finish(caller, await claimed(caller), 'spoken')).toMatchObject({ ok: true, reportId: null })
  })

  test('is not taken back by its caller after a day', async () => {
    const { caller, coordinator, call } = await aCall('deceased')
    await asSuperuser("UPDATE tenant_report SET at = at - interval '25 hours' WHERE id = $1", [call.reportId])
    expect(await undoReport(caller, call.reportId!, new Date())).toBeNull()
    expect(await undoReport(coordinator, call.reportId!, new Date())).not.toBeNull()
  })
})
