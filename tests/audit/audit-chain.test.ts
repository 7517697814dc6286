import { beforeAll, expect, test } from 'vitest'
import { chainAudit, verifyAudit } from '#app/audit/audit-chain.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScope, systemScope } from '#app/core/scope.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

beforeAll(async () => {
  await useDatabase()
})

/** Lets time pass for everything that is not in the chain yet. */
const settle = ({ corporationId }: CorporationScope) =>
  asSuperuser(
    `UPDATE audit_event e SET at = at - interval '11 seconds' WHERE corporation_id = $1
       AND NOT EXISTS (SELECT FROM audit_link l WHERE l.corporation_id = e.corporation_id AND l.event_id = e.id)`,
    [corporationId],
  )

const record = (scope: CorporationScope, name: string) =>
  inScope(scope, (tx) => recordAudit(tx, scope, { action: 'tenant:viewed', subject: 'tenant', details: { name } }))

/** A chain of these events and no others. */
async function aChain(names: string[]) {
  const actor = await anActor(await aCorporation())
  await asSuperuser(`DELETE FROM audit_event WHERE corporation_id = $1`, [actor.corporationId])
  for (const name of names) await record(actor, name)
  await settle(actor)
  expect(await chainAudit(actor)).toBe(names.length)
  expect(await verifyAudit(actor)).toEqual({ ok: true, links: names.length })
  return actor
}

const fiveSteps = ['one', 'two', 'three', 'four', 'five']
const ofThis = "corporation_id = $1 AND details->>'name' = $2"

test('what just happened waits, what has settled is linked, once', async () => {
  const scope = systemScope((await aCorporation()).id)
  await record(scope, 'one')
  expect(await chainAudit(scope)).toBe(0)
  await settle(scope)
  expect(await chainAudit(scope)).toBe(2)
  expect(await chainAudit(scope)).toBe(0)
  await record(scope, 'two')
  await settle(scope)
  expect(await Promise.all([chainAudit(scope), chainAudit(scope)])).toContain(1)
  expect(await verifyAudit(scope)).toEqual({ ok: true, links: 3 })
})

test('more than one batch is walked to its end', async () => {
  const scope = systemScope((await aCorporation()).id)
  await asSuperuser(
    `INSERT INTO audit_event (corporation_id, action, subject_kind, at)
     SELECT $1, 'many', 'tenant', clock_timestamp() - interval '1 minute' FROM generate_series(1, 1200)`,
    [scope.corporationId],
  )
  await settle(scope)
  let linked = 0
  for (let more = -1; more !== 0; linked += more) more = await chainAudit(scope)
  expect(linked).toBe(1201)
  expect(await verifyAudit(scope)).toEqual({ ok: true, links: 1201 })
})

test.each([
  ['what was done', `UPDATE audit_event SET action = 'else' WHERE ${ofThis}`],
  ['when', `UPDATE audit_event SET at = at + interval '1 microsecond' WHERE ${ofThis}`],
  ['by whom', `UPDATE audit_event SET account_id = gen_random_uuid() WHERE ${ofThis}`],
  ['about whom', `UPDATE audit_event SET subject_id = gen_random_uuid() WHERE ${ofThis}`],
  ['the details', `UPDATE audit_event SET details = '{}' WHERE ${ofThis}`],
  [
    'by whom, hidden in the next column',
    `UPDATE audit_event SET action = account_id || '|' || action, account_id = NULL WHERE ${ofThis}`,
  ],
])('a change of %s is found at its place', async (_what, change) => {
  const actor = await aChain(fiveSteps)
  await asSuperuser(change, [actor.corporationId, 'three'])
  expect(await verifyAudit(actor)).toEqual({ ok: false, brokenAt: 3 })
})

test('a removed event is found, also when its link went with it', async () => {
  const [one, other] = [await aChain(fiveSteps), await aChain(fiveSteps)]
  await asSuperuser(`DELETE FROM audit_event WHERE ${ofThis}`, [one.corporationId, 'three'])
  expect(await verifyAudit(one)).toEqual({ ok: false, brokenAt: 3 })
  await asSuperuser(
    `WITH gone AS (DELETE FROM audit_event WHERE ${ofThis} RETURNING id) DELETE FROM audit_link WHERE event_id IN (SELECT id FROM gone)`,
    [other.corporationId, 'three'],
  )
  expect(await verifyAudit(other)).toEqual({ ok: false, brokenAt: 3 })
})

test('an event put in afterwards with an older time is found', async () => {
  const actor = await aChain(fiveSteps)
  await asSuperuser(
    `INSERT INTO audit_event (corporation_id, action, subject_kind, at) VALUES ($1, 'alibi', 'tenant', clock_timestamp() - interval '1 hour')`,
    [actor.corporationId],
  )
  expect(await chainAudit(actor)).toBe(1)
  expect(await verifyAudit(actor)).toEqual({ ok: false, brokenAt: 6 })
})

test('two events that changed places are found', async () => {
  const actor = await aChain(fiveSteps)
  for (const [from, to] of [
    [3, 99],
    [4, 3],
    [99, 4],
  ])
    await asSuperuser(`UPDATE audit_link SET seq = $3 WHERE corporation_id = $1 AND seq = $2`, [
      actor.corporationId,
      from,
      to,
    ])
  expect(await verifyAudit(actor)).toEqual({ ok: false, brokenAt: 3 })
})

test('each corporation has a chain of its own', async () => {
  const [one, other] = [await aChain(fiveSteps), await aChain(['one'])]
  await asSuperuser(`DELETE FROM audit_event WHERE ${ofThis}`, [one.corporationId, 'one'])
  expect(await verifyAudit(other)).toEqual({ ok: true, links: 1 })
})
