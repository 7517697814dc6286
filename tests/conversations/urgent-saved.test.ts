import type { AppLoadContext } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { loader as frameLoader } from '#app/accounts/pages/frame.tsx'
import { action as outcomeAction } from '#app/calls/pages/call-outcome.tsx'
import { action as correctAction } from '#app/calls/pages/conversation.tsx'
import { action as addAction } from '#app/calls/pages/tenant-conversation.tsx'
import { withUrgentSaved } from '#app/conversations/urgent-saved.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aCampaign, type Campaign, claimed } from '#tests/calls/a-campaign.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let campaign: Campaign
let caller: Actor
let colleague: Actor

beforeAll(useDatabase)
beforeAll(async () => {
  campaign = await aCampaign({ homes: 10, callers: 2 })
  caller = campaign.callers[0]!
  colleague = campaign.callers[1]!
})

const urgent = { wellbeing: 'urgent', 'urgentCalled[]': ['Wijkbeheerder Jan'], urgentRang: 'hij gaat er nu heen.' }

type Fields = Record<string, string | string[]>
const send = async (
  action: unknown,
  actor: Actor,
  { params = {}, ...fields }: { params?: object; [field: string]: unknown },
) => {
  const request = await posted(actor, '/', fields as Fields)
  return answerOf(async () => (action as (args: object) => unknown)({ request, params, context: {} }))
}
/** Saves a call the way the screen does; gives the address that comes next. */
async function saveCall(fields: Fields) {
  const { targetId, fence } = await claimed(caller)
  const all = { key: uuidV7(), fence: String(fence), startedAt: new Date().toISOString(), outcome: 'spoken', ...fields }
  const answer = (await send(outcomeAction, caller, { params: { targetId }, ...all })) as Response
  return ((await answer.json()) as { next: string }).next
}
const said = async (actor: Actor, path: string) => {
  const request = await signedIn(actor, path)
  const loaded = await answerOf(() => frameLoader({ request, params: {}, context: {} as AppLoadContext }))
  return (loaded as { urgentSaved: string | null }).urgentSaved
}

test('the page after an urgent call says for whom it was saved and who was rung', async () => {
  const next = await saveCall(urgent)
  expect(next).toMatch(/^\/calls\/[\w-]{36}\?urgent=[\w-]{36}$/)
  expect(await said(caller, next)).toBe(
    'Spoed vastgelegd voor mevrouw Van der Kuipers. Gebeld: Wijkbeheerder Jan; hij gaat er nu heen. De coördinator ziet dit meteen op Vandaag.',
  )
  const [{ count } = { count: 0 }] = await asSuperuser<{ count: number }>(
    "SELECT count(*)::int FROM audit_event WHERE action = 'conversations:viewed' AND account_id = $1 AND details -> 'shown' ? $2",
    [caller.accountId, next.split('urgent=')[1]],
  )
  expect(count).toBe(1)
})

test('so does the home page for whoever stops; nothing does after a call that was not urgent', async () => {
  expect(await saveCall({ ...urgent, afterwards: 'stop' })).toMatch(/^\/\?saved&urgent=/)
  expect(await saveCall({ wellbeing: 'good', notes: 'Praatje' })).toMatch(/^\/calls\/[\w-]{36}$/)
  expect(await saveCall({ outcome: 'no-answer', afterwards: 'stop' })).toBe('/?saved')
  const saved = { conversationId: 'c', wellbeing: 'urgent' as const }
  expect(withUrgentSaved('/calls?nobody&saved', saved)).toBe('/calls?nobody&saved&urgent=c')
})

test('nothing is said to a colleague, to another corporation, nor after a day', async () => {
  const stranger = await anActor(await aCorporation(), { role: 'coordinator' })
  const [row] = await asSuperuser<{ id: string }>(
    "SELECT id FROM conversation WHERE account_id = $1 AND wellbeing = 'urgent' LIMIT 1",
    [caller.accountId],
  )
  const path = `/?urgent=${row?.id}`
  expect(await said(campaign.coordinator, path)).toContain('Wijkbeheerder Jan')
  expect(await said(colleague, path)).toBeNull()
  expect(await said(stranger, path)).toBeNull()
  await asSuperuser("UPDATE conversation SET at = at - interval '25 hours' WHERE id = $1", [row?.id])
  expect(await said(caller, path)).toBeNull()
  for (const other of ['/', '/?urgent=', '/?urgent=nonsense', `/?urgent=${uuidV7()}`])
    expect(await said(caller, other)).toBeNull()
})

test('a conversation that is added or corrected says it too', async () => {
  const { coordinator, tenantIds } = campaign
  const tenantId = tenantIds[0]!
  const added = await send(addAction, coordinator, { params: { tenantId }, key: uuidV7(), ...urgent })
  const next = (added as Response).headers.get('Location') ?? ''
  expect(next).toMatch(new RegExp(`^/tenants/${tenantId}\\?urgent=`))
  expect(await said(coordinator, next)).toContain('Wijkbeheerder Jan; hij gaat er nu heen.')
  const conversationId = next.split('urgent=')[1]
  const fields = { ...urgent, urgentRang: 'de huisarts', notes: '' }
  const corrected = await send(correctAction, coordinator, { params: { conversationId }, ...fields })
  expect((corrected as Response).headers.get('Location')).toBe(next)
  expect(await said(coordinator, next)).toContain('Gebeld: Wijkbeheerder Jan; de huisarts.')
  const calm = await send(correctAction, coordinator, { params: { conversationId }, wellbeing: 'good', notes: '' })
  expect((calm as Response).headers.get('Location')).toBe(`/tenants/${tenantId}`)
  expect(await said(coordinator, next)).toBeNull()
})
