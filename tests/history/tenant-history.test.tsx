import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { correctCall } from '#app/calls/correct-call.server.ts'
import { correctionSchema } from '#app/calls/correction-schema.ts'
import { undoReport } from '#app/campaigns/report-status.server.ts'
import '#app/english.ts'
import { inScope } from '#app/core/scope.server.ts'
import { type SqlQuery, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { KnownEvent } from '#app/history/history-event.ts'
import { readHistory } from '#app/history/read-history.server.ts'
import { useSentences } from '#app/history/words.ts'
import { correctContact } from '#app/tenants/correct-contact.server.ts'
import { loader as page } from '#app/tenants/pages/tenant.tsx'
import { strikeNumber } from '#app/tenants/strike-number.server.ts'
import { LanguageProvider } from '#app/ui/language.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { aCampaign, claimed, due, finish } from '../calls/a-campaign.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { answerOf, signedIn } from '../support/signed-in.ts'
import { applied, smallList } from '../tenant-lists/lists.ts'

beforeAll(useDatabase)

const historyOf = (actor: Actor, tenantId: string, most = 50) =>
  inScope(actor, async (tx) => {
    const sealer = await sealerFor(tx, actor.corporationId)
    const queries: string[] = []
    const counting = new Proxy(tx, {
      get: (target, name) =>
        name === 'sql'
          ? (query: SqlQuery) => {
              queries.push(query.text)
              return tx.sql(query)
            }
          : Reflect.get(target, name),
    })
    return { ...(await readHistory(counting, actor, { tenantId, sealer, most })), queries }
  })

function Told({ events }: { events: KnownEvent[] }) {
  const sentences = useSentences()
  return events.map((event) => `${sentences(event).join(' / ')}\n`)
}

/** The sentences as somebody reads them, newest first. */
function read(events: KnownEvent[], language: 'nl' | 'en' = 'nl') {
  const html = renderToStaticMarkup(
    <LanguageProvider language={language}>
      <Told events={events} />
    </LanguageProvider>,
  )
  return html.replaceAll('&gt;', '>').trim().split('\n')
}

describe('the history of a tenant', () => {
  test('has calls, what was said and promised, corrections and reports, newest first', async () => {
    const { coordinator, callers, tenantIds } = await aCampaign()
    const [caller, tenantId] = [callers[0]!, tenantIds[0]!]
    const first = await claimed(caller)
    await finish(caller, first, 'no-answer', { numberUsed: '+31612345678' })
    await due(first.targetId)
    await finish(caller, await claimed(caller), 'spoken', {
      notes: 'Zij breit.',
      gestures: [{ kind: 'card', text: 'Beterschap' }],
      followUps: [{ kind: 'visit', promise: 'Ik kom langs.', dueOn: '2099-01-02', ownerId: caller.accountId }],
    })
    await inScope(coordinator, (tx) =>
      correctContact(tx, coordinator, { tenantId, field: 'mobile', value: '+31622222222' }),
    )
    await inScope(coordinator, (tx) =>
      strikeNumber(tx, coordinator, { tenantId, number: '+31162412233', reason: 'wrong-number' }),
    )
    const { events } = await historyOf(coordinator, tenantId)
    expect(events.map(({ what }) => what)).toEqual([
      'number:struck',
      'contact:corrected',
      'gesture:requested',
      'promise:made',
      'conversation:held',
      'attempt:made',
    ])
    expect(read(events)).toEqual([
      '0162 412 233 wordt niet meer gebeld / Verkeerd nummer',
      'Mobiel doorgegeven: 06 22 22 22 22 / In de lijst stond: 06 12 34 56 78',
      'Kaartje: Aangevraagd',
      'Beloofd: Langsgaan / Voor 02-01-2099 door Beller 1',
      'Gesprek · Belactie 80+ / Goed',
      'Geen gehoor · Belactie 80+ / 06 12 34 56 78',
    ])
    expect(events.map(({ text = '' }) => text)).toEqual(['', '', 'Beterschap', 'Ik kom langs.', 'Zij breit.', ''])
    expect(read(events, 'en').join()).not.toMatch(/undefined|null/)
  })

  test('has what a conversation said before, and a report with what took it back', async () => {
    const { coordinator, callers, tenantIds } = await aCampaign()
    const [caller, tenantId] = [callers[0]!, tenantIds[0]!]
    await finish(caller, await claimed(caller), 'deceased', { notes: 'Zei de buurman.' })
    const [conversation] = await asSuperuser<{ id: string }>('SELECT id FROM conversation WHERE tenant_id = $1', [
      tenantId,
    ])
    const correction = correctionSchema.parse({ notes: 'Zei de buurvrouw.', topics: [], urgentRang: '' })
    await correctCall(coordinator, { conversationId: conversation!.id }, { correction, now: new Date() })
    const [report] = await asSuperuser<{ id: string }>('SELECT id FROM tenant_report WHERE tenant_id = $1', [tenantId])
    await undoReport(coordinator, report!.id, new Date())
    const { events } = await historyOf(coordinator, tenantId)
    expect(new Set(events.map(({ what }) => what))).toEqual(
      new Set(['report:taken-back', 'conversation:corrected', 'attempt:made', 'conversation:held', 'report:filed']),
    )
    expect(events[0]!.what).toBe('report:taken-back')
    expect(events.find(({ what }) => what === 'conversation:corrected')!.text).toBe('Zei de buurman.')
    expect(events.find(({ what }) => what === 'conversation:held')!.text).toBe('Zei de buurvrouw.')
  })

  test('has each step of a card, a promise and a referral, with who took it', async () => {
    const corporation = await aCorporation()
    const coordinator = await anActor(corporation)
    const { id: tenantId } = await aTenant(coordinator)
    const [agency, referral, { corporationId, accountId }] = [uuidV7(), uuidV7(), coordinator]
    await inScope(coordinator, async (tx) => {
      await tx.agency.create({ data: { corporationId, id: agency, name: 'Humanitas' } })
      await tx.sql(sql`
        INSERT INTO referral (corporation_id, id, tenant_id, agency_id, state, ending, consented_at, promised_by, owner_id, remind_on, created_at,
          sent_at, accepted_at, ended_at, tenant_told_at, sent_by, accepted_by, ended_by, sent_how)
        VALUES (${corporationId}::int, ${referral}::uuid, ${tenantId}::uuid, ${agency}::uuid, 'ended', 'helped', '2026-11-01', ${accountId}::uuid, ${accountId}::uuid, '2026-11-09',
          '2026-11-01', '2026-11-02', '2026-11-03', '2026-11-05', '2026-11-04', ${accountId}::uuid, ${accountId}::uuid, ${accountId}::uuid, 'email')`)
      await tx.sql(sql`
        INSERT INTO referral_notice (corporation_id, referral_id, at, account_id)
        VALUES (${corporationId}::int, ${referral}::uuid, '2026-11-04', ${accountId}::uuid)`)
      await tx.sql(sql`
        INSERT INTO gesture (corporation_id, tenant_id, kind, price_cents, state, requested_by, requested_at, decided_by, decided_at, sent_by, sent_at)
        VALUES (${corporationId}::int, ${tenantId}::uuid, 'flowers', 2500, 'sent', ${accountId}::uuid, '2026-10-01', ${accountId}::uuid, '2026-10-02', ${accountId}::uuid, '2026-10-03'),
          (${corporationId}::int, ${tenantId}::uuid, 'card', 250, 'refused', ${accountId}::uuid, '2026-10-04', ${accountId}::uuid, '2026-10-05', NULL, NULL)`)
      await tx.sql(sql`
        INSERT INTO follow_up (corporation_id, tenant_id, kind, owner_id, promised_by, due_on, state, created_at, closed_at, closed_by)
        VALUES (${corporationId}::int, ${tenantId}::uuid, 'call-back', ${accountId}::uuid, ${accountId}::uuid, '2026-09-02', 'done', '2026-09-01', '2026-09-02', ${accountId}::uuid),
          (${corporationId}::int, ${tenantId}::uuid, 'visit', ${accountId}::uuid, ${accountId}::uuid, '2026-09-04', 'cancelled', '2026-09-03', '2026-09-04', ${accountId}::uuid)`)
    })
    const { events } = await historyOf(coordinator, tenantId)
    expect(read(events)).toEqual([
      'Doorverwijzing naar Humanitas afgelopen / Geholpen',
      'De huurder weet hoe het staat bij Humanitas',
      'Humanitas pakt het op',
      'Doorverwijzing verstuurd naar Humanitas / Per mail',
      'Doorverwijzing naar Humanitas afgesproken',
      'Kaartje: Afgewezen',
      'Kaartje: Aangevraagd',
      'Bloemen: Verstuurd',
      'Bloemen: Akkoord',
      'Bloemen: Aangevraagd',
      'Vervallen: Langsgaan',
      'Beloofd: Langsgaan / Voor 04-09-2026 door Sanne Visser',
      'Gedaan: Terugbellen',
      'Beloofd: Terugbellen / Voor 02-09-2026 door Sanne Visser',
    ])
    expect(events.filter(({ by }) => by !== 'Sanne Visser')).toEqual([])
    expect(read(events, 'en')).toHaveLength(events.length)
    expect(await historyOf(await anActor(await aCorporation({ name: 'De Eik' })), tenantId)).toMatchObject({
      events: [],
    })
    const caller = await anActor(corporation, { role: 'caller' })
    expect((await historyOf(caller, tenantId)).events).toEqual([])
  })

  test('says which list brought, changed, lost and brought back somebody, and what changed', async () => {
    const corporation = await aCorporation()
    const coordinator = await anActor(corporation)
    const list = (rows: Parameters<typeof smallList>[0], on: string) => applied(corporation, smallList(rows), on)
    const other = { Huurdernr: 'H2', 'VHE-nummer': 'V2', Huisnr: '99' }
    await list([{ Huurdernr: 'H1', 'VHE-nummer': 'V1', Mobiel: '06-12345678' }, other], '2026-11-01')
    await list([{ Huurdernr: 'H1', 'VHE-nummer': 'V1', Mobiel: '06-22222222' }, other], '2026-11-08')
    await list([other], '2026-11-15')
    await list([{ Huurdernr: 'H1', 'VHE-nummer': 'V9', Huisnr: '40', Mobiel: '06-22222222' }, other], '2026-11-22')
    const [tenant] = await asSuperuser<{ id: string }>(
      'SELECT id FROM tenant WHERE corporation_id = $1 AND number = $2',
      [corporation.id, 'H1'],
    )
    const { events } = await historyOf(coordinator, tenant!.id)
    expect(read(events)).toEqual([
      'Weer op de lijst / Lijst van 22-11-2026: huurders.csv / Woning: Molenweg 12 → Molenweg 40',
      'Niet meer op de lijst / Lijst van 15-11-2026: huurders.csv',
      'Gewijzigd door de lijst / Lijst van 08-11-2026: huurders.csv / Mobiele telefoon: 06 12 34 56 78 → 06 22 22 22 22',
      'Nieuw op de lijst / Lijst van 01-11-2026: huurders.csv',
    ])
  })

  test('asks as few questions for two hundred events as for none, and gives a page at a time', async () => {
    const { coordinator, campaignId, tenantIds } = await aCampaign()
    const [tenantId, { corporationId, accountId }] = [tenantIds[0]!, coordinator]
    const { queries: before } = await historyOf(coordinator, tenantId)
    await inScope(coordinator, (tx) =>
      tx.sql(sql`
        INSERT INTO attempt (corporation_id, target_id, campaign_id, tenant_id, account_id, started_at, at, outcome)
        SELECT ${corporationId}::int, id, ${campaignId}::uuid, ${tenantId}::uuid, ${accountId}::uuid, now(), now() - make_interval(hours => n), 'no-answer'
        FROM target, generate_series(1, 200) n WHERE tenant_id = ${tenantId}::uuid`),
    )
    const { events, hasMore, queries } = await historyOf(coordinator, tenantId)
    expect([events.length, hasMore, queries.length]).toEqual([50, true, before.length])
    expect(queries.length).toBeLessThanOrEqual(8)
    expect(await historyOf(coordinator, tenantId, 200)).toMatchObject({ hasMore: false })
    const at = async (query: string) => {
      const request = await signedIn(coordinator, `/tenants/${tenantId}${query}`)
      const args = { request, params: { tenantId }, context: {} }
      return (await answerOf(async () => (page as unknown as (asked: typeof args) => Promise<unknown>)(args))) as {
        history: { events: unknown[] }
        moreTo: string | null
      }
    }
    expect(await at('')).toMatchObject({ moreTo: '?shown=100' })
    for (const odd of ['?shown=-5', '?shown=x', '?shown=1e999'])
      expect((await at(odd)).history.events.length).toBeLessThanOrEqual(200)
    const all = await at('?shown=200')
    expect([all.history.events.length, all.moreTo]).toEqual([200, null])
  })

  test('says in which round the home is still to be rung, with whom and when', async () => {
    const { coordinator, callers, campaignId, tenantIds } = await aCampaign()
    const [caller, tenantId] = [callers[0]!, tenantIds[0]!]
    const open = async () => {
      const args = { request: await signedIn(coordinator, `/tenants/${tenantId}`), params: { tenantId }, context: {} }
      const answer = await answerOf(async () => (page as unknown as (asked: typeof args) => Promise<unknown>)(args))
      return (answer as { openHomes: unknown[] }).openHomes
    }
    expect(await open()).toMatchObject([
      { campaignId, campaignName: 'Belactie 80+', state: 'open', nextAt: null, claimedBy: null, isPaused: false },
    ])
    const claim = await claimed(caller)
    expect(await open()).toMatchObject([{ targetId: claim.targetId, claimedBy: 'Beller 1' }])
    await finish(caller, claim, 'call-back-later')
    expect(await open()).toMatchObject([{ state: 'appointment', assignedTo: 'Beller 1', nextAt: expect.any(String) }])
    await due(claim.targetId)
    await finish(caller, await claimed(caller), 'spoken')
    expect(await open()).toEqual([])
  })
})
