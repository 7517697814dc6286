import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { referralList } from '#app/referrals/filter.ts'
import { action as step } from '#app/referrals/pages/step.tsx'
import { findReferral, listReferrals } from '#app/referrals/referrals.server.ts'
import { referralHistory } from '#app/referrals/tenant-history.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { actionAt, answerOf, posted, refusalIn } from '#tests/support/signed-in.ts'
import { aReferral, today } from './a-referral.ts'

let coordinator: Actor
let caller: Actor
let tenantId: string

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation, { name: 'Cora' })
  caller = await anActor(corporation, { role: 'caller', name: 'Youssef Amrani' })
})

const said = 'Naam, telefoonnummer en de vraag van mw. De Wit.'
type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
const post = (actor: Actor, path: string, fields: Record<string, string | string[]>) =>
  answerOf(async () => {
    const request = await posted(actor, `/referrals/${path}`, fields)
    return (actionAt(step, `/referrals/${path}`) as Route)({ request, params: {}, context: {} })
  })
const find = (actor: Actor, id: string) => inScope(actor, (tx) => findReferral(tx, actor, { id, today }))
const historyOf = (actor: Actor) =>
  inScope(actor, async (tx) =>
    referralHistory(tx, actor, { tenantId, most: 50, sealer: await sealerFor(tx, actor.corporationId) }),
  )
const aNewReferral = async () => {
  tenantId = (await aTenant(coordinator)).id
  return aReferral(caller, tenantId)
}

describe('what was passed on to the agency', () => {
  test('is written down with the step, and shown on the referral and in the history with who did it', async () => {
    const id = await aNewReferral()
    expect(await post(caller, 'sending', { only: id, sentHow: 'email', passedOn: said })).toMatchObject({ ok: true })
    expect(await find(caller, id)).toMatchObject({ passedOn: said, sentHow: 'email', sentBy: 'Youssef Amrani' })
    const [sent] = await historyOf(coordinator)
    expect(sent).toMatchObject({ what: 'referral:sent', by: 'Youssef Amrani', text: said, facts: { sentHow: 'email' } })
  })

  test('is sealed, and stands in no log and no list', async () => {
    const id = await aNewReferral()
    await post(caller, 'sending', { only: id, sentHow: 'phone', passedOn: said })
    const [row] = await asSuperuser<{ sealed: Buffer }>(
      'SELECT passed_on_sealed AS sealed FROM referral WHERE id = $1',
      [id],
    )
    expect(row!.sealed.includes('De Wit')).toBe(false)
    const log = await asSuperuser('SELECT e::text AS line FROM audit_event e WHERE subject_id = $1', [id])
    expect(log.length).toBeGreaterThan(1)
    expect(JSON.stringify(log)).not.toContain('De Wit')
    const filter = referralList.read(new URLSearchParams())
    const list = await inScope(coordinator, (tx) => listReferrals(tx, coordinator, { filter, today }))
    expect(JSON.stringify(list)).not.toContain('De Wit')
  })

  test('is asked for on the page of the referral: how and what, and no citizen service number', async () => {
    const id = await aNewReferral()
    const refused = async (fields: Record<string, string>) => {
      const { status, refusal } = await refusalIn(await post(caller, 'sending', { only: id, ...fields }))
      return [status, refusal]
    }
    expect(await refused({ passedOn: said })).toEqual([409, { ok: false, reason: 'required', field: 'sentHow' }])
    expect(await refused({ passedOn: ' ', sentHow: 'form' })).toEqual([
      409,
      { ok: false, reason: 'required', field: 'passedOn' },
    ])
    expect(await refused({ passedOn: 'BSN 111222333', sentHow: 'form' })).toMatchObject([409, { reason: 'bsn' }])
    expect(await refused({ passedOn: 'x'.repeat(301), sentHow: 'form' })).toMatchObject([409, { reason: 'too-long' }])
    expect(await find(caller, id)).toMatchObject({ state: 'proposed', passedOn: '' })
  })

  test('may be left out for many at once, and written down afterwards, once', async () => {
    const ids = [await aNewReferral(), await aReferral(caller, tenantId)]
    expect(await post(caller, 'sending', { 'id[]': ids })).toMatchObject({ ok: true, step: 'send' })
    const [id, other] = [ids[0]!, ids[1]!]
    expect(await find(caller, id)).toMatchObject({ state: 'sent', passedOn: '', sentHow: null })
    const described = { only: id, sentHow: 'letter', passedOn: said }
    expect(await post(caller, 'description', { only: id })).toHaveProperty('status', 409)
    expect(await post(caller, 'description', described)).toMatchObject({ ok: true, step: 'describe' })
    expect(await find(caller, id)).toMatchObject({ state: 'sent', passedOn: said, sentHow: 'letter' })
    const again = await refusalIn(await post(coordinator, 'description', { ...described, passedOn: 'Iets anders.' }))
    expect(again.refusal).toMatchObject({ reason: 'already-described' })
    expect(await find(caller, id)).toMatchObject({ passedOn: said })
    expect(await find(caller, other)).toMatchObject({ passedOn: '' })
  })

  test('stays when the step is taken back, and is not told as something that happened', async () => {
    const id = await aNewReferral()
    await post(caller, 'sending', { only: id, sentHow: 'form', passedOn: said })
    await post(caller, 'reversal', { only: id })
    expect(await find(caller, id)).toMatchObject({ state: 'proposed', passedOn: said, sentHow: 'form', sentBy: '' })
    expect((await historyOf(coordinator)).map(({ what }) => what)).toEqual(['referral:proposed'])
    const never = await refusalIn(await post(caller, 'description', { only: id, sentHow: 'form', passedOn: said }))
    expect(never.refusal).toMatchObject({ reason: 'already-changed' })
  })
})

describe('each step of a referral', () => {
  test('is in the history with who took it, also every time that the tenant was told', async () => {
    const id = await aNewReferral()
    await post(caller, 'sending', { only: id })
    await post(coordinator, 'acceptance', { only: id })
    await post(caller, 'notice', { only: id, told: 'Zij bellen vrijdag.' })
    await post(coordinator, 'ending', { only: id, ending: 'no-answer' })
    await post(coordinator, 'notice', { only: id })
    const events = await historyOf(coordinator)
    expect(events.map(({ what, by, text }) => [what, by, text])).toEqual([
      ['referral:told', 'Cora', ''],
      ['referral:ended', 'Cora', ''],
      ['referral:told', 'Youssef Amrani', 'Zij bellen vrijdag.'],
      ['referral:accepted', 'Cora', ''],
      ['referral:sent', 'Youssef Amrani', ''],
      ['referral:proposed', 'Youssef Amrani', 'Hulp bij de administratie'],
    ])
    expect(new Set(events.map(({ to }) => to))).toEqual(new Set([`/referrals/${id}`]))
    expect(await find(caller, id)).toMatchObject({
      acceptedBy: 'Cora',
      endedBy: 'Cora',
      notices: [
        { by: 'Youssef Amrani', text: 'Zij bellen vrijdag.' },
        { by: 'Cora', text: '' },
      ],
    })
    const refused = await refusalIn(await post(caller, 'notice', { only: id, told: 'Haar BSN is 111222333' }))
    expect(refused.refusal).toMatchObject({ reason: 'bsn', field: 'told' })
  })

  test('is not for a caller who has nothing to do with it', async () => {
    const id = await aNewReferral()
    await post(caller, 'sending', { only: id, sentHow: 'email', passedOn: said })
    const stranger = await anActor(
      { id: caller.corporationId, slug: '', name: '', timeZone: caller.timeZone },
      { role: 'caller', name: 'Ans' },
    )
    expect(await historyOf(stranger)).toEqual([])
    expect(await find(stranger, id)).toBeNull()
    expect(await post(stranger, 'description', { only: id, sentHow: 'email', passedOn: 'x' })).toHaveProperty(
      'status',
      404,
    )
  })

  test('that was taken before it was kept who took it, is found in the log', async () => {
    const id = await aNewReferral()
    await post(caller, 'sending', { only: id })
    await post(coordinator, 'acceptance', { only: id })
    await post(caller, 'notice', { only: id })
    const told = await historyOf(coordinator)
    await asSuperuser('UPDATE referral SET sent_by = NULL, accepted_by = NULL WHERE id = $1', [id])
    await asSuperuser('DELETE FROM referral_notice', [])
    for (const statement of backfill()) await asSuperuser(statement, [])
    const facts = (events: typeof told) => events.map(({ what, by }) => [what, by])
    expect(facts(await historyOf(coordinator))).toEqual(facts(told))
  })
})

/** What the migration does with rows that were there. */
function backfill(): string[] {
  const folder = join(import.meta.dirname, '../../prisma/migrations')
  const name = readdirSync(folder).find((each) => each.endsWith('_referral_steps'))
  const text = readFileSync(join(folder, name ?? '', 'migration.sql'), 'utf8')
  return text.split(';').filter((statement) => /^\s*(UPDATE|INSERT)\b/.test(statement))
}
