import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope, inScopeSql } from '#app/core/scope.server.ts'
import { type ContactCorrection, correctContact } from '#app/tenants/correct-contact.server.ts'
import { reportTenant, type TenantReport } from '#app/tenants/report-tenant.server.ts'
import { type Strike, strikeNumber } from '#app/tenants/strike-number.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

const first = new Date('2026-11-18T10:00:00Z')
const later = new Date('2026-11-19T10:00:00Z')
const mobile = '+31612345678'
let caller: Actor
let stranger: Actor
let tenantId: string

beforeAll(async () => {
  await useDatabase()
  caller = await anActor(await aCorporation())
  stranger = await anActor(await aCorporation({ name: 'De Eik' }))
})
beforeEach(async () => {
  tenantId = (await aTenant(caller)).id
})

const report = (change: Partial<TenantReport>, actor = caller) => {
  const nothing = { at: first, outcome: 'spoken', isSpoken: false, newStatus: null, wantsCalls: false }
  return inScopeSql(actor, (tx) => reportTenant(tx, actor, { tenantId, ...nothing, ...change }))
}
const strike = (change: Partial<Strike> = {}, actor = caller) =>
  inScopeSql(actor, (tx) => strikeNumber(tx, actor, { tenantId, number: mobile, reason: 'wrong-number', ...change }))
const correct = (change: Partial<ContactCorrection>, actor = caller) =>
  inScopeSql(actor, (tx) => correctContact(tx, actor, { tenantId, field: 'mobile', value: '+31687654321', ...change }))
const tenant = () =>
  inScope(caller, (tx) =>
    tx.tenant.findFirstOrThrow({
      where: { id: tenantId },
      include: { strikes: true, corrections: { orderBy: { at: 'asc' } } },
    }),
  )
const audited = async () => {
  const rows = await asSuperuser<{ action: string }>(
    'SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY at',
    [tenantId],
  )
  return rows.map(({ action }) => action)
}

describe('what is heard about a tenant', () => {
  test.each([
    ['moved', 'reportedMovedAt'],
    ['deceased', 'reportedDeceasedAt'],
    ['objected', 'objectedAt'],
  ] as const)(
    'that they have %s holds from the first time it is heard, and each time is in the log',
    async (newStatus, column) => {
      await report({ newStatus })
      await report({ newStatus, at: later })
      await report({ at: later })
      expect((await tenant())[column]).toEqual(first)
      expect(await audited()).toEqual([`tenant:${newStatus}`, `tenant:${newStatus}`])
    },
  )

  test('is when they were last rung, and when they were last on the phone themselves', async () => {
    await report({ isSpoken: true })
    await report({ outcome: 'no-answer', at: later })
    expect(await tenant()).toMatchObject({ lastOutcome: 'no-answer', lastAttemptAt: later, lastSpokenAt: first })
  })

  test('is nothing new when nobody rang', async () => {
    await report({ isSpoken: true })
    await report({ outcome: null, at: later })
    expect(await tenant()).toMatchObject({ lastOutcome: 'spoken', lastAttemptAt: first, lastSpokenAt: first })
  })

  test('that they like to be called stays, until they object', async () => {
    await report({ wantsCalls: true })
    await report({})
    expect(await tenant()).toMatchObject({ wantsCalls: true })
    await report({ newStatus: 'objected', wantsCalls: true })
    expect(await tenant()).toMatchObject({ wantsCalls: false })
  })

  test('is not written by somebody of another corporation', async () => {
    await report({ newStatus: 'deceased', isSpoken: true }, stranger)
    expect(await tenant()).toMatchObject({ reportedDeceasedAt: null, lastSpokenAt: null })
  })
})

describe('a number that is struck off', () => {
  test('is struck off once, with the first reason', async () => {
    await strike()
    await strike({ reason: 'out-of-service' })
    expect((await tenant()).strikes).toMatchObject([
      { number: mobile, reason: 'wrong-number', accountId: caller.accountId },
    ])
    expect(await audited()).toContain('tenant:number-struck')
  })

  test('is good again when the tenant gives it', async () => {
    await strike()
    await correct({ value: mobile })
    expect(await tenant()).toMatchObject({ strikes: [], corrections: [], mobile })
  })

  test('cannot be struck off by somebody of another corporation', async () => {
    await expect(strike({}, stranger)).rejects.toThrow()
    expect((await tenant()).strikes).toEqual([])
  })
})

describe('what a tenant says of their own number or address', () => {
  test('stands over the list at once, and is on the list of corrections', async () => {
    await correct({ field: 'email', value: 'a@example.nl' })
    const { email, corrections } = await tenant()
    expect(email).toBe('a@example.nl')
    expect(corrections).toMatchObject([{ field: 'email', listValue: null, value: 'a@example.nl', replacedAt: null }])
    expect(await audited()).toEqual(['tenant:corrected'])
  })

  test('makes an earlier correction give way, which hands on what the list says', async () => {
    await correct({ value: '+31611111111' })
    await correct({ value: '+31622222222' })
    const { corrections } = await tenant()
    expect(corrections.map(({ listValue, value, replacedAt }) => [listValue, value, replacedAt !== null])).toEqual([
      [mobile, '+31611111111', true],
      [mobile, '+31622222222', false],
    ])
  })

  test('is not taken from somebody of another corporation', async () => {
    await expect(correct({}, stranger)).rejects.toThrow()
    expect(await tenant()).toMatchObject({ mobile, corrections: [] })
  })
})
