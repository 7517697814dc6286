import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { releaseClaim } from '#app/claims/release-claim.server.ts'
import { renewLease } from '#app/claims/renew-lease.server.ts'
import { sweepLapsed } from '#app/claims/sweep-lapsed.server.ts'
import { type LiveEvent, startListening, stopListening, subscribe } from '#app/core/live.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { until } from '../support/until.ts'
import { aContact, claimed, contactClaims, contactRow, lapse, next, take, useContacts } from './a-contact.ts'

beforeAll(async () => {
  await useDatabase()
  await useContacts()
  await startListening()
})
afterAll(stopListening)

let desk: string
let els: Actor
let joost: Actor
let stranger: Actor

beforeEach(async () => {
  desk = uuidV7()
  const corporation = await aCorporation()
  els = await anActor(corporation, { name: 'Els Bakker' })
  joost = await anActor(corporation, { name: 'Joost de Wit' })
  stranger = await anActor(await aCorporation({ name: 'Elders' }))
})

const sweep = (agent: Actor) => inScopeSql(agent, (tx) => sweepLapsed(tx, agent, contactClaims))
const secondsLeft = (at: Date | null) => ((at?.getTime() ?? 0) - Date.now()) / 1000
const stepsInLog = async (id: string) =>
  (await asSuperuser<{ action: string }>('SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY at', [id])).map(
    ({ action }) => action,
  )

describe('a claim', () => {
  it('is the first by the order of its kind, for the lease of its kind, and is in the log', async () => {
    await aContact(els, desk, { minutes: 5 })
    const oldest = await aContact(els, desk, { minutes: 9 })
    const urgent = await aContact(els, desk, { minutes: 1, isUrgent: true })
    const first = await next(els, desk)
    expect(first).toMatchObject({ is: 'claimed', id: urgent, fence: 1, isResumed: false, groupId: desk })
    expect(secondsLeft((await contactRow(urgent)).lease_until)).toBeGreaterThan(50)
    expect(secondsLeft((await contactRow(urgent)).lease_until)).toBeLessThanOrEqual(60)
    expect(await next(joost, desk)).toMatchObject({ is: 'claimed', id: oldest })
    expect(await stepsInLog(urgent)).toEqual(['contact-sample:claimed'])
  })

  it('goes on with what somebody has in hand already, under the same fence', async () => {
    const id = await aContact(els, desk)
    await aContact(els, desk)
    await claimed(els, desk)
    await lapse(id)
    expect(await next(els, desk)).toMatchObject({ id, fence: 1, isResumed: true })
    expect(secondsLeft((await contactRow(id)).lease_until)).toBeGreaterThan(50)
    expect(await stepsInLog(id)).toEqual(['contact-sample:claimed', 'contact-sample:resumed'])
  })

  it('passes over a row that another claim has in its hands at this moment, without waiting for it', async () => {
    const first = await aContact(els, desk, { minutes: 9 })
    const second = await aContact(els, desk, { minutes: 1 })
    await inScopeSql(els, async (tx) => {
      await tx.sql(sql`SELECT FROM contact_sample WHERE id = ${first}::uuid FOR UPDATE`)
      expect(await next(joost, desk)).toMatchObject({ is: 'claimed', id: second })
    })
  })

  it('is never shared: twenty people at once get twenty rows, and the next finds none', async () => {
    const corporation = { ...els, id: els.corporationId, slug: '', name: '' }
    const agents = await Promise.all(Array.from({ length: 20 }, () => anActor(corporation)))
    for (const agent of agents) await aContact(agent, desk)
    const claims = await Promise.all(agents.map((agent) => claimed(agent, desk)))
    expect(new Set(claims.map(({ id }) => id)).size).toBe(20)
    expect(await next(els, desk)).toEqual({ is: 'none' })
  })

  it('is one at a time: of three clicks at once two may be told to look again, and find the same row', async () => {
    // As many as clicks: with fewer the last click finds every row in the hands of another, which is none that is free.
    for (let click = 0; click < 3; click += 1) await aContact(els, desk)
    const answers = await Promise.all([next(els, desk), next(els, desk), next(els, desk)])
    const rows = answers.flatMap((answer) => (answer.is === 'claimed' ? answer.id : []))
    expect(answers.filter(({ is }) => is !== 'claimed' && is !== 'conflict')).toEqual([])
    expect(new Set(rows).size).toBe(1)
    expect(await next(els, desk)).toMatchObject({ id: rows[0], isResumed: true })
  })

  it('is told to the page of its group, and going on is not', async () => {
    const events: LiveEvent[] = []
    const unsubscribe = subscribe(els.corporationId, (event) => void events.push(event))
    await aContact(els, desk)
    const claim = await claimed(els, desk)
    await until('the claim is told', () => events.length === 1)
    await claimed(els, desk)
    await releaseClaim(els, claim)
    await until('the release is told', () => events.length === 2)
    expect(events.map(({ topic }) => topic)).toEqual([`desk:${desk}`, `desk:${desk}`])
    unsubscribe()
  })
})

describe('a lease', () => {
  it('is kept by a renewal, and nobody else gets the row meanwhile', async () => {
    const id = await aContact(els, desk)
    const claim = await claimed(els, desk)
    await asSuperuser(
      "UPDATE contact_sample SET lease_until = clock_timestamp() + interval '5 seconds' WHERE id = $1",
      [id],
    )
    expect(await renewLease(els, claim)).toMatchObject({ ok: true })
    expect(secondsLeft((await contactRow(id)).lease_until)).toBeGreaterThan(50)
    expect(await sweep(els)).toBe(0)
    expect(await next(joost, desk)).toEqual({ is: 'none' })
  })

  it('that lapsed is swept, in its own corporation only, and the row goes to whoever comes next', async () => {
    const id = await aContact(els, desk)
    await claimed(els, desk)
    await lapse(id)
    expect(await sweep(stranger)).toBe(0)
    expect(await sweep(els)).toBe(1)
    expect(await contactRow(id)).toMatchObject({ claimed_by: null, lease_until: null, holder: els.accountId })
    expect(await stepsInLog(id)).toEqual(['contact-sample:claimed', 'contact-sample:lapsed'])
    expect(await next(joost, desk)).toMatchObject({ id, fence: 2, isResumed: false })
  })

  it('that lapsed is taken up again by whoever had it, until somebody else takes the row', async () => {
    const id = await aContact(els, desk)
    const claim = await claimed(els, desk)
    await lapse(id)
    await sweep(els)
    expect(await renewLease(els, claim)).toMatchObject({ ok: true })
    await lapse(id)
    await next(joost, desk)
    expect(await renewLease(els, claim)).toEqual({ ok: false, reason: 'claimed-by-other', by: 'Joost de Wit' })
  })

  it('is not renewed when its holder took another row meanwhile', async () => {
    const id = await aContact(els, desk, { minutes: 9 })
    const claim = await claimed(els, desk)
    await lapse(id)
    await sweep(els)
    await asSuperuser("UPDATE contact_sample SET state = 'calling-back' WHERE id = $1", [id])
    await aContact(els, desk)
    await claimed(els, desk)
    expect(await renewLease(els, claim)).toEqual({ ok: false, reason: 'not-claimed', by: null })
  })

  it('of another corporation is not there', async () => {
    await aContact(els, desk)
    const claim = await claimed(els, desk)
    for (const refused of [await renewLease(stranger, claim), await releaseClaim(stranger, claim)])
      expect(refused).toEqual({ ok: false, reason: 'not-found', by: null })
    expect(await take(stranger, claim.id, desk)).toEqual({ is: 'none' })
  })
})

describe('taking over', () => {
  it('raises the fence while the lease still runs, and the first holder cannot go on', async () => {
    const id = await aContact(els, desk)
    const claim = await claimed(els, desk)
    expect(await take(joost, id, desk)).toMatchObject({ is: 'claimed', id, fence: 2, isResumed: false })
    for (const refused of [await renewLease(els, claim), await releaseClaim(els, claim)])
      expect(refused).toEqual({ ok: false, reason: 'claimed-by-other', by: 'Joost de Wit' })
    expect(await contactRow(id)).toMatchObject({ claimed_by: joost.accountId, holder: joost.accountId })
  })

  it('of what one has already changes nothing', async () => {
    const id = await aContact(els, desk)
    await claimed(els, desk)
    expect(await take(els, id, desk)).toMatchObject({ is: 'claimed', fence: 1, isResumed: true })
  })

  it('is refused where the row may not be claimed, and leaves it as it was', async () => {
    const id = await aContact(els, desk)
    expect(await take(els, id, uuidV7())).toEqual({ is: 'refused' })
    await asSuperuser("UPDATE contact_sample SET state = 'closed' WHERE id = $1", [id])
    expect(await take(els, id, desk)).toEqual({ is: 'refused' })
    expect(await contactRow(id)).toMatchObject({ claimed_by: null, fence: 0 })
  })
})

describe('a release', () => {
  it('puts the row back for whoever comes next, and its former holder has no more say', async () => {
    const id = await aContact(els, desk)
    const claim = await claimed(els, desk)
    expect(await releaseClaim(els, claim)).toEqual({ ok: true })
    expect(await contactRow(id)).toMatchObject({ claimed_by: null, lease_until: null, holder: null, state: 'waiting' })
    expect(await renewLease(els, claim)).toEqual({ ok: false, reason: 'not-claimed', by: null })
    expect(await next(joost, desk)).toMatchObject({ id, fence: 2 })
    expect(await stepsInLog(id)).toEqual([
      'contact-sample:claimed',
      'contact-sample:released',
      'contact-sample:claimed',
    ])
  })

  it('of a finished row says so', async () => {
    const id = await aContact(els, desk)
    const claim = await claimed(els, desk)
    await asSuperuser("UPDATE contact_sample SET state = 'closed', claimed_by = NULL WHERE id = $1", [id])
    expect(await releaseClaim(els, claim)).toEqual({ ok: false, reason: 'already-finished', by: null })
  })
})
