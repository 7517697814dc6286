import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { outcomeCodes } from '#app/conversations/outcomes.ts'
import { topics } from '#app/conversations/topics.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Criteria } from '#app/segments/criteria.ts'
import { newRule } from '#app/segments/edit-criteria.ts'
import { encodeCriteria } from '#app/segments/encode-criteria.ts'
import * as segment from '#app/segments/pages/segment.tsx'
import * as segments from '#app/segments/pages/segments.tsx'
import * as selection from '#app/segments/pages/selection.tsx'
import * as count from '#app/segments/pages/selection-count.tsx'
import * as names from '#app/segments/pages/selection-names.tsx'
import { presets } from '#app/segments/presets.ts'
import { listSegments, saveSegment } from '#app/segments/segments.server.ts'
import { countFor, namesFor } from '#app/segments/selection.server.ts'
import { nl } from '#app/segments/words.nl.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aHome, aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'
import { args, plainAnswer, readAnswer } from './a-request.ts'

const old = presets['80-plus']
let coordinator: Actor
let caller: Actor
let stranger: Actor

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation)
  caller = await anActor(corporation, { role: 'caller', name: 'Bea' })
  stranger = await anActor(await aCorporation())
  const homeId = (await aHome(coordinator)).id
  for (const initials of ['A.', 'B.']) await aTenant(coordinator, { homeId, initials })
  const inArrears = await aTenant(coordinator, { lastName: 'Achterstallig', birthOn: new Date('1990-01-01') })
  const { corporationId } = coordinator
  await inScope(coordinator, (tx) =>
    tx.tenantCircumstance.create({
      data: { corporationId, tenantId: inArrears.id, arrearsCents: 123_456, lastArrearsOn: new Date('2026-11-01') },
    }),
  )
  await aTenant(stranger)
})

const path = (page: string, criteria: Criteria, more = '') =>
  `/selection${page}?criteria=${encodeCriteria(criteria)}${more}`
const auditOf = (action: string) =>
  asSuperuser<{ details: Record<string, unknown>; account_id: string }>(
    'SELECT details, account_id FROM audit_event WHERE action = $1 ORDER BY id',
    [action],
  )

describe('the selection page', () => {
  it('gives the counts, the fields and the saved selections to a coordinator', async () => {
    const answer = await selection.loader(args(await signedIn(coordinator, path('', old))))
    expect(answer).toMatchObject({
      criteria: old,
      problem: null,
      counts: { tenants: 3, matched: 2, homes: 1, household: 1 },
    })
    expect(answer.fields.names).toContain('arrears-now')
    expect(answer.fields.choices.complexes).toEqual(['C001'])
  })

  it('says what is wrong with criteria that cannot be read, and counts everybody', async () => {
    const answer = await selection.loader(args(await signedIn(coordinator, '/selection?criteria=nonsense')))
    expect(answer).toMatchObject({ criteria: { all: [] }, problem: 'criteria-invalid', counts: { matched: 3 } })
  })

  it.each([
    ['selection', selection.loader],
    ['count', count.loader],
    ['names', names.loader],
  ])('refuses the %s to a caller with not a byte more', async (_, loader) => {
    const answer = await answerOf(async () => loader(args(await signedIn(caller, path('', presets.arrears)))))
    expect(answer).toBeInstanceOf(Response)
    expect([(answer as Response).status, await (answer as Response).text()]).toEqual([403, 'forbidden'])
  })

  it('shows nobody of another corporation', async () => {
    const answer = await count.loader(args(await signedIn(stranger, path('/count', old))))
    expect(plainAnswer(answer).value).toMatchObject({ ok: true, counts: { tenants: 1, matched: 1 } })
  })
})

describe('the names behind a count', () => {
  it('are name, age, address and reason, and looking at them is written down', async () => {
    const { rows, total } = await names.loader(args(await signedIn(coordinator, path('/names', old, '&bucket=homes'))))
    expect([total, rows[0]]).toMatchObject([
      1,
      {
        name: { sex: 'V', initials: 'A.', infix: 'van der', lastName: 'Kuipers' },
        address: 'Molenweg 12',
        city: 'Oosterhout',
        reason: null,
      },
    ])
    const [seen] = (await auditOf('segment:names-viewed')).slice(-1)
    expect(seen).toMatchObject({ account_id: coordinator.accountId, details: { bucket: 'homes', count: 1, total: 1 } })
  })

  it('carry no amount and no date of arrears, also when those were asked for', async () => {
    const answer = await names.loader(
      args(await signedIn(coordinator, path('/names', presets.arrears, '&bucket=matched'))),
    )
    expect(answer.rows).toHaveLength(1)
    const { criteria: _, ...sent } = answer
    const bytes = JSON.stringify(sent)
    for (const value of ['123456', '1234', '2026-11-01', 'arrears']) expect(bytes).not.toContain(value)
  })

  it.each(['&bucket=everything', '&page=0', '&page=x', ''])(
    'refuses an address that makes no sense: %s',
    async (more) => {
      const criteria = more === '' ? '/selection/names?criteria=x' : path('/names', old, more)
      const answer = await answerOf(async () => names.loader(args(await signedIn(coordinator, criteria))))
      expect(plainAnswer(answer).status).toBe(400)
    },
  )
})

describe('arrears and nuisance', () => {
  it('are refused as a value to somebody without the permission, in counts, names and saving', async () => {
    const options = { today: '2026-11-22' }
    const refused = { ok: false, reason: 'circumstances-not-permitted' }
    const hidden: Criteria = { all: [old, { not: presets.nuisance }] }
    expect(await countFor(caller, hidden, options)).toEqual(refused)
    expect(await namesFor(caller, hidden, { ...options, bucket: 'homes', page: 1 })).toEqual(refused)
    expect(await saveSegment(caller, { key: uuidV7(), name: 'x', criteria: hidden })).toEqual(refused)
    expect(await countFor(coordinator, hidden, options)).toMatchObject({ ok: true })
  })

  it('leave a saved selection out of the list of somebody without the permission', async () => {
    await saveSegment(coordinator, { key: uuidV7(), name: 'Achterstand', criteria: presets.arrears })
    const listed = async (actor: Actor) =>
      (await inScope(actor, (tx) => listSegments(tx, actor))).map(({ name }) => name)
    expect([await listed(coordinator), await listed(caller)]).toEqual([['Achterstand'], []])
  })
})

describe('saved selections', () => {
  const save = async (actor: Actor, name: string, key = uuidV7()) =>
    readAnswer(
      await segments.action(args(await posted(actor, '/segments', { name, key, criteria: encodeCriteria(old) }))),
    )
  const change = async (actor: Actor, id: string, method: string, name = '') => {
    const request = await signedIn(actor, `/segments/${id}`, { method, body: new URLSearchParams({ name }) })
    return readAnswer(await answerOf(async () => segment.action(args(request, { segmentId: id }))))
  }

  it('are not saved with a rule that is still open', async () => {
    const criteria = encodeCriteria({ all: [old, newRule('complex')] })
    const answer = await segments.action(
      args(await posted(coordinator, '/segments', { name: 'Halve', key: uuidV7(), criteria })),
    )
    expect(await readAnswer(answer)).toEqual({ status: 422, value: { ok: false, reason: 'criteria-unfinished' } })
  })

  it('are saved once per key, renamed and removed, each with its audit row', async () => {
    const key = uuidV7()
    const first = await save(coordinator, '80-plussers', key)
    expect(await save(coordinator, '80-plussers', key)).toEqual(first)
    const { id } = first.value as { id: string }
    expect(await change(coordinator, id, 'PUT', 'Ouderen')).toMatchObject({ status: 200, value: { ok: true } })
    expect(await change(coordinator, id, 'DELETE')).toMatchObject({
      value: { step: 'removed', name: 'Ouderen', criteria: encodeCriteria(old) },
    })
    for (const action of ['segment:saved', 'segment:renamed', 'segment:deleted'])
      expect([action, (await auditOf(action)).length > 0]).toEqual([action, true])
  })

  it('have names of their own', async () => {
    await save(coordinator, 'Een')
    const two = (await save(coordinator, 'Twee')).value as { id: string }
    const taken = { status: 409, value: { ok: false, reason: 'name-taken' } }
    expect(await save(coordinator, 'Een')).toEqual(taken)
    expect(await change(coordinator, two.id, 'PUT', 'Een')).toEqual(taken)
    expect(await change(coordinator, two.id, 'PUT', 'Twee')).toMatchObject({ status: 200 })
    expect(await save(coordinator, '  ')).toEqual({ status: 422, value: { ok: false, reason: 'required' } })
    expect(await save(stranger, 'Een')).toMatchObject({ status: 200 })
  })

  it('of another corporation are not there, and a caller may not', async () => {
    const { id } = (await save(coordinator, 'Van ons')).value as { id: string }
    expect([(await change(stranger, id, 'DELETE')).status, (await change(stranger, id, 'PUT', 'x')).status]).toEqual([
      404, 404,
    ])
    expect([(await change(caller, id, 'DELETE')).status, (await change(coordinator, 'x', 'PUT', 'x')).status]).toEqual([
      403, 404,
    ])
  })
})

it('has a word for every outcome and every topic there is', () => {
  expect(Object.keys(nl.outcomes).sort()).toEqual([...outcomeCodes].sort())
  expect(Object.keys(nl.topics).sort()).toEqual([...topics].sort())
})
