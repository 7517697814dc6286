import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Step } from '#app/lists/steps.ts'
import { type SteppedTable, takeStep } from '#app/lists/take-step.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

/** The kit on a table that no module knows: lamps, which are lit, and mended when somebody has the tools. */
type Lamp = { id: string; state: 'on' | 'off' | 'broken'; isOld: boolean }

const announced: string[][] = []
const lamps: SteppedTable<Lamp> = {
  table: sql`lamp`,
  subject: 'agency',
  columns: sql`r.is_old AS "isOld"`,
  announce: async (_tx, _scope, moves) => {
    announced.push(moves.map(({ row, to }) => `${row.id.at(-1)} ${row.state}→${to}`))
  },
}
const light: Step<Lamp['state'], Lamp> = {
  from: ['off'],
  to: 'on',
  action: 'agency:changed',
  sets: ({ by }: { by: string }) => sql`lit_by = ${by}`,
}
const mend: Step<Lamp['state'], Lamp, 'too-old'> = {
  from: ['broken', 'on'],
  to: 'off',
  action: 'agency:resumed',
  refusal: ({ isOld }) => (isOld ? 'too-old' : null),
}

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const all = [1, 2, 3, 4].map(id)
let actor: Actor
let stranger: Actor

beforeAll(async () => {
  await useDatabase()
  actor = await anActor(await aCorporation())
  stranger = await anActor(await aCorporation({ name: 'De Eik' }))
  await asSuperuser(`
    CREATE TABLE lamp (corporation_id int, id uuid, state text, is_old boolean, lit_by text, PRIMARY KEY (corporation_id, id))`)
  await asSuperuser(`SELECT protect_by_corporation('lamp')`)
})

beforeEach(async () => {
  announced.length = 0
  await asSuperuser('DELETE FROM lamp')
  await asSuperuser(
    `INSERT INTO lamp SELECT $1, id, state, id = $3 FROM unnest($2::uuid[], ARRAY['off', 'on', 'broken', 'off']) AS made (id, state)`,
    [actor.corporationId, all, id(3)],
  )
})

const take = <Reason extends string>(by: Actor, step: Step<Lamp['state'], Lamp, Reason>, ids: string[]) =>
  inScope(by, (tx) =>
    takeStep<Lamp, Reason>({ tx, scope: by }, lamps, {
      step,
      ids,
      visible: sql`r.corporation_id = ${by.corporationId}::int`,
      input: { by: 'Anna' },
      details: { lamps: ids.length },
    }),
  )

const rows = () => asSuperuser<{ state: string; lit_by: string | null }>('SELECT state, lit_by FROM lamp ORDER BY id')
const logged = (action: string) =>
  asSuperuser<{ subject_id: string; details: object }>(
    'SELECT subject_id, details FROM audit_event WHERE action = $1 AND corporation_id = $2 ORDER BY subject_id',
    [action, actor.corporationId],
  )

describe('a step', () => {
  test('is written with what it sets, logged for each row that took it, and told once', async () => {
    expect(await take(actor, light, all)).toEqual({ ok: true, changed: [id(1), id(4)], leftOut: 0, reasons: {} })
    expect(await rows()).toMatchObject([
      { state: 'on', lit_by: 'Anna' },
      { state: 'on', lit_by: null },
      { state: 'broken' },
      { state: 'on', lit_by: 'Anna' },
    ])
    expect(await logged('agency:changed')).toEqual(
      [id(1), id(4)].map((each) => ({ subject_id: each, details: { lamps: 4 } })),
    )
    expect(announced).toEqual([['1 off→on', '4 off→on']])
  })

  test('leaves out what may not, and refuses when none may', async () => {
    expect(await take(actor, mend, [id(2), id(3)])).toEqual({
      ok: true,
      changed: [id(2)],
      leftOut: 1,
      reasons: { 'too-old': 1 },
    })
    expect(await take(actor, mend, [id(3)])).toEqual({ ok: false, reason: 'too-old' })
    expect(announced).toHaveLength(1)
  })

  test('finds nothing of another corporation, and changes nothing there', async () => {
    expect(await take(stranger, light, all)).toEqual({ ok: false, reason: 'not-found' })
    expect((await rows()).map(({ state }) => state)).toEqual(['off', 'on', 'broken', 'off'])
  })

  test('that twenty people take at once is taken by one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => take(actor, light, [id(1)])))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(
      new Set(answers.filter((answer) => !answer.ok).map((answer) => 'reason' in answer && answer.reason)),
    ).toEqual(new Set(['already-changed']))
  })

  test('of rows in any order never makes two people wait for each other', async () => {
    const both = [...all].reverse()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => take(actor, light, n % 2 ? all : both)))
    expect(answers.flatMap((answer) => (answer.ok ? answer.changed : []))).toHaveLength(2)
  })

  test('is not taken when what comes first refuses', async () => {
    const answer = await inScope(actor, (tx) =>
      takeStep<Lamp, never, { ok: false; reason: 'no-current'; volts: number }>({ tx, scope: actor }, lamps, {
        step: light,
        ids: all,
        visible: sql`r.corporation_id = ${actor.corporationId}::int`,
        input: { by: 'Anna' },
        before: async (moves) => ({ ok: false, reason: 'no-current', volts: moves.length }),
      }),
    )
    expect(answer).toEqual({ ok: false, reason: 'no-current', volts: 2 })
    expect((await rows()).map(({ state }) => state)).toEqual(['off', 'on', 'broken', 'off'])
    expect(announced).toEqual([])
  })
})

test('a state that follows from another column is read as told, and written by what the step sets', async () => {
  const lit: SteppedTable<{ id: string; state: 'lit' | 'dark' }> = {
    ...lamps,
    columns: undefined,
    state: sql`CASE WHEN r.lit_by IS NULL THEN 'dark' ELSE 'lit' END`,
    announce: async () => {},
  }
  const hand = { from: ['dark'] as const, to: 'lit' as const, sets: () => sql`lit_by = 'Bea'` }
  const give = () =>
    inScope(actor, (tx) =>
      takeStep({ tx, scope: actor }, lit, {
        step: hand,
        ids: [id(1)],
        visible: sql`r.corporation_id = ${actor.corporationId}::int`,
      }),
    )
  expect(await give()).toEqual({ ok: true, changed: [id(1)], leftOut: 0, reasons: {} })
  expect((await rows())[0]).toEqual({ state: 'off', lit_by: 'Bea' })
  expect(await give()).toEqual({ ok: false, reason: 'already-changed' })
})
