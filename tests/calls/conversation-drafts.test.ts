import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { removeOldConversationDrafts } from '#app/calls/conversation-drafts.server.ts'
import { action as draft } from '#app/calls/pages/conversation-draft.tsx'
import { action as removal } from '#app/calls/pages/conversation-draft-removal.tsx'
import { action as save, loader as show } from '#app/calls/pages/tenant-conversation.tsx'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { answerOf, posted, signedIn } from '../support/signed-in.ts'
import { aCampaign } from './a-campaign.ts'

beforeAll(useDatabase)

type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
type Fields = Record<string, string | string[]>

async function aPage() {
  const { corporation, coordinator, tenantIds, callers, campaignId } = await aCampaign()
  const params = { tenantId: tenantIds[0]! }
  const path = `/tenants/${params.tenantId}/conversation`
  const to = (route: unknown, address: string) => async (actor: Actor, fields: Fields) =>
    answerOf(async () => (route as Route)({ request: await posted(actor, address, fields), params, context: {} }))
  const shown = async (actor: Actor) =>
    (await (show as unknown as Route)({ request: await signedIn(actor, path), params, context: {} })) as {
      draft: { draftFields: Fields; savedAt: string } | null
    }
  return {
    ...{ corporation, coordinator, tenantId: params.tenantId, caller: callers[0]!, campaignId, shown },
    keep: to(draft, `${path}/draft`),
    discard: to(removal, `${path}/draft/removal`),
    save: to(save, path),
  }
}

const typed = { notes: 'Half een zin', wellbeing: 'good', 'topics[]': ['chat'] }
const rows = (tenantId: string) =>
  asSuperuser('SELECT account_id, sealed FROM conversation_draft WHERE tenant_id = $1', [tenantId]) as Promise<
    { account_id: string; sealed: Buffer }[]
  >

test('what is typed of an added conversation is there again, sealed, for whoever typed it alone', async () => {
  const { coordinator, corporation, tenantId, keep, shown } = await aPage()
  await keep(coordinator, { notes: 'Half' })
  await keep(coordinator, { ...typed, 'followUp-2-promise': 'Bellen over de lift' })
  expect((await shown(coordinator)).draft?.draftFields).toEqual({
    notes: ['Half een zin'],
    wellbeing: ['good'],
    'topics[]': ['chat'],
    'followUp-2-promise': ['Bellen over de lift'],
  })
  expect((await shown(await anActor(corporation))).draft).toBeNull()
  const kept = await rows(tenantId)
  expect(kept).toHaveLength(1)
  expect(kept[0]!.sealed.toString('utf8')).not.toContain('Half een zin')
})

test('a citizen service number stays out of it', async () => {
  const { coordinator, keep, shown } = await aPage()
  await keep(coordinator, { notes: 'bsn 111222333' })
  expect(JSON.stringify((await shown(coordinator)).draft)).not.toContain('111222333')
})

test('saving ends it, and a draft that comes in after its save does not bring it back', async () => {
  const { coordinator, tenantId, keep, save, shown } = await aPage()
  const key = uuidV7()
  await keep(coordinator, { ...typed, key })
  expect(await save(coordinator, { ...typed, key })).toMatchObject({ status: 302 })
  expect(await rows(tenantId)).toEqual([])
  await keep(coordinator, { ...typed, key })
  expect((await shown(coordinator)).draft).toBeNull()
})

test('what is refused stays a draft', async () => {
  const { coordinator, keep, save, shown } = await aPage()
  const key = uuidV7()
  await keep(coordinator, { notes: 'Half', key })
  expect(await save(coordinator, { notes: 'Half', key })).toMatchObject({ data: { errors: {} } })
  expect((await shown(coordinator)).draft?.draftFields).toEqual({ notes: ['Half'] })
})

test('is thrown away when they say so, and that is in the log', async () => {
  const { coordinator, tenantId, keep, discard } = await aPage()
  await keep(coordinator, typed)
  expect(await discard(coordinator, {})).toMatchObject({ status: 302 })
  expect(await rows(tenantId)).toEqual([])
  const log = await asSuperuser("SELECT action FROM audit_event WHERE subject_id = $1 AND action LIKE 'draft:%'", [
    tenantId,
  ])
  expect(log).toEqual([{ action: 'draft:discarded' }])
})

test('nobody keeps one who may not add the conversation, nor about a tenant of another corporation', async () => {
  const { caller, coordinator, tenantId, keep } = await aPage()
  expect(await keep(caller, typed)).toMatchObject({ status: 403 })
  expect(await keep((await aPage()).coordinator, typed)).toMatchObject({ status: 404 })
  expect(await rows(tenantId)).toEqual([])
  await keep(coordinator, typed)
  expect(await rows(tenantId)).toHaveLength(1)
})

test('goes after two weeks, not before', async () => {
  const { coordinator, tenantId, keep } = await aPage()
  await keep(coordinator, typed)
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  expect(await removeOldConversationDrafts(coordinator, inDays(13.9))).toBe(0)
  expect(await rows(tenantId)).toHaveLength(1)
  expect(await removeOldConversationDrafts(coordinator, inDays(14.1))).toBe(1)
  expect(await rows(tenantId)).toEqual([])
})
