import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { listConversations } from '#app/conversations/list-conversations.server.ts'
import { recordConversation, type SpokenConversation } from '#app/conversations/record-conversation.server.ts'
import { listUrgent } from '#app/conversations/urgent-conversations.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

const at = new Date('2026-11-20T10:00:00Z')
let caller: Actor
let tenantId: string

beforeAll(async () => {
  await useDatabase()
  caller = await anActor(await aCorporation())
  tenantId = (await aTenant(caller)).id
})

const record = (change: Partial<SpokenConversation>) => {
  const spoken = { tenantId, campaignId: null, attemptId: null, at, notes: '', topics: [], urgentRang: '' }
  return inScope(caller, (tx) => recordConversation(tx, caller, { ...spoken, wellbeing: 'good', ...change }))
}
const openUrgent = () =>
  inScope(caller, async (tx) => listUrgent(tx, caller, await sealerFor(tx, caller.corporationId)))

test('what was said is kept sealed, read back in its own words, and is in the log without them', async () => {
  const id = await record({ notes: 'De kraan lekt', topics: ['repair'] })
  const [stored] = await asSuperuser<{ row: string }>(
    'SELECT row_to_json(c)::text AS row FROM conversation c WHERE id = $1',
    [id],
  )
  expect(stored?.row).not.toContain('kraan')
  const read = await inScope(caller, async (tx) =>
    listConversations(tx, caller, { sealer: await sealerFor(tx, caller.corporationId), tenantId }),
  )
  expect(read.find((one) => one.id === id)).toMatchObject({
    notes: 'De kraan lekt',
    wellbeing: 'good',
    topics: ['repair'],
    at,
  })
  const [entry] = await asSuperuser<{ action: string; details: string }>(
    'SELECT action, details::text FROM audit_event WHERE subject_id = $1',
    [id],
  )
  expect(entry?.action).toBe('conversation:recorded')
  expect(entry?.details).not.toContain('kraan')
})

test('who was rung at once is kept when it is urgent, and then alone', async () => {
  const urgent = await record({ wellbeing: 'urgent', urgentRang: 'De wijkagent' })
  const worry = await record({ wellbeing: 'worry', urgentRang: 'bleef staan in het formulier' })
  const [row] = await asSuperuser<{ sealed: Buffer | null }>(
    'SELECT urgent_sealed AS sealed FROM conversation WHERE id = $1',
    [worry],
  )
  expect(row?.sealed).toBeNull()
  expect(await openUrgent()).toMatchObject([{ id: urgent, rang: 'De wijkagent' }])
})
