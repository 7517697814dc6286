import { beforeEach, describe, expect, test } from 'vitest'
import { type DeskActor, inHand } from '#app/accounts/authorize.server.ts'
import { completeFromHelpline } from '#app/callers/complete-from-helpline.server.ts'
import { homeDetails } from '#app/callers/home-details.server.ts'
import { claimNext } from '#app/calls/claim-next.server.ts'
import { inScope, systemScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { endContract } from '#app/desks/desks.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aCampaign, type Campaign } from '#tests/calls/a-campaign.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

const now = new Date('2026-11-27T20:00:00.000Z')
const contactId = uuidV7()
let round: Campaign
let eik: Corporation
let operator: DeskActor

beforeEach(async () => {
  await useDatabase()
  round = await aCampaign()
  eik = await aCorporation({ name: 'De Eik' })
  const served = [round.corporation, eik]
  operator = await aDeskActor(await aDesk(served), { corporations: served })
  await asSuperuser('UPDATE campaign SET uses_circumstances = false')
})

const held = () => inHand(operator, round.corporation.id)
const target = async () => {
  const [row] = await asSuperuser<Record<string, unknown> & { id: string }>('SELECT * FROM target')
  if (!row) throw new Error('No home on the list.')
  return row
}
const complete = async (place = held()) =>
  completeFromHelpline(place, { targetId: (await target()).id, contactId, now })

describe('a home still to be called, of which somebody rings the helpline', () => {
  test('is reached with it: no try is counted, nobody is said to have called, the tenant was spoken to', async () => {
    const before = await target()
    expect(await complete()).toEqual({ ok: true })
    expect(await target()).toMatchObject({
      state: 'reached',
      finished_at: now,
      finished_desk_id: operator.deskId,
      attempt_count: before.attempt_count,
      last_caller_id: null,
      next_at: null,
    })
    expect(await asSuperuser('SELECT last_spoken_at FROM tenant')).toEqual([{ last_spoken_at: now }])
    const [audited] = await asSuperuser(
      `SELECT account_id, details FROM audit_event WHERE action = 'target:finished-by-desk'`,
    )
    expect(audited).toEqual({
      account_id: operator.accountId,
      details: { desk: operator.deskId, contact: contactId },
    })
    const homeId = String(before.home_id)
    const details = await inScope(held(), (tx) => homeDetails(tx, held(), { homeId, today: '2026-11-27' }))
    expect(details?.rounds).toEqual([])
  })

  test('is so once', async () => {
    await complete()
    expect(await complete()).toEqual({ ok: false, reason: 'finished' })
  })

  test('stays with a colleague who rings it at this moment', async () => {
    const [caller] = round.callers
    if (!caller) throw new Error('No caller.')
    await claimNext(caller, new Date())
    expect(await complete()).toEqual({ ok: false, reason: 'in-a-call' })
    expect(await target()).toMatchObject({ state: 'open', finished_desk_id: null })
  })

  test('is not there when the round asks for arrears or nuisance, is over, or is of another corporation', async () => {
    const gone = { ok: false, reason: 'not-there' }
    await asSuperuser('UPDATE campaign SET uses_circumstances = true')
    expect(await complete()).toEqual(gone)
    await asSuperuser('UPDATE campaign SET uses_circumstances = false')
    expect(await complete(inHand(operator, eik.id))).toEqual(gone)
    await asSuperuser(`UPDATE campaign SET state = 'closed'`)
    expect(await complete()).toEqual(gone)
    expect(await target()).toMatchObject({ state: 'open' })
  })

  test('is out of reach when the contract ended, though somebody is still signed in', async () => {
    await endContract(systemScope(round.corporation.id), operator.deskId)
    await expect(complete()).rejects.toMatchObject({ status: 404 })
    expect(await target()).toMatchObject({ state: 'open' })
  })
})
