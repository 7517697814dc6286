import type pg from 'pg'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { claimNextContact } from '#app/contacts/claim-contact.server.ts'
import { OperatorClient } from '#tests/support/operator-client.ts'
import { runServer } from '#tests/support/running-server.ts'
import { aWholeDesk, fillClosed, fillWaiting, operatorPassword } from './a-desk.ts'
import { withBenchDatabase } from './bench-database.ts'
import { type Bench, type Figure, percentile } from './figure.ts'

const sizes = {
  full: { operators: 60, corporations: 75, waiting: 2_000, closed: 5_000_000, seeds: 20, contacts: 500 },
  quick: { operators: 6, corporations: 5, waiting: 200, closed: 20_000, seeds: 2, contacts: 40 },
}

const bareClaim = `
  UPDATE bare_contact SET claimed_by = $2, lease_until = clock_timestamp() + interval '60 seconds', fence = fence + 1
  WHERE id = (SELECT id FROM bare_contact WHERE desk_id = $1 AND claimed_by IS NULL AND state <> 'closed'
    ORDER BY turn_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id`

/** Operators who take, finish and take again until nobody waits, beside all that was closed before; then the same over HTTP. */
export const contactBench: Bench = {
  name: 'contacts',
  run: (size) =>
    withBenchDatabase(async (owner, _url, pool) => {
      const wanted = sizes[size]
      const whole = await aWholeDesk(wanted)
      // Without the checks of each row, which are not what is measured.
      await owner.query("SET session_replication_role = 'replica'")
      await fillClosed(owner, whole, wanted.closed)
      await owner.query("SET session_replication_role = 'origin'")
      await fillWaiting(owner, whole, wanted.waiting)
      // The same columns and indexes, no policies and no CHECKs.
      await owner.query('CREATE TABLE bare_contact (LIKE desk_contact INCLUDING ALL EXCLUDING CONSTRAINTS)')
      const all = await columns(owner)
      await owner.query(`INSERT INTO bare_contact (${all}) SELECT ${all} FROM desk_contact WHERE state <> 'closed'`)
      await owner.query('VACUUM ANALYZE')
      const finish = (table: string) => (id: string) =>
        pool.query(
          `UPDATE ${table} SET state = 'closed', closed_at = now(), claimed_by = NULL, lease_until = NULL WHERE id = $1`,
          [id],
        )
      const bare = await drain(whole.operators, {
        claim: async ({ accountId }) =>
          (await pool.query<{ id: string }>({ name: 'bare', text: bareClaim, values: [whole.desk.id, accountId] }))
            .rows[0]?.id ?? null,
        finish: finish('bare_contact'),
      })
      const ours = await drain(whole.operators, {
        claim: async (operator) => {
          const answer = await claimNextContact(operator)
          return answer.ok ? answer.contactId : null
        },
        finish: finish('desk_contact'),
      })
      return [claimFigure({ bare, ours }, wanted), await overHttp({ owner, pool }, whole, wanted)]
    }),
}

type Databases = { owner: pg.Client; pool: pg.Pool }
type Whole = Awaited<ReturnType<typeof aWholeDesk>>

/** All but the one that the database makes itself. */
async function columns(owner: pg.Client) {
  const { rows } = await owner.query<{ names: string }>(
    `SELECT string_agg(quote_ident(attname), ', ') AS names FROM pg_attribute
    WHERE attrelid = 'desk_contact'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
  )
  return rows[0]?.names ?? ''
}

type Drained = { ids: string[]; times: number[]; perSecond: number }
type Taking = { claim: (operator: DeskActor) => Promise<string | null>; finish: (id: string) => Promise<unknown> }

async function drain(operators: DeskActor[], { claim, finish }: Taking): Promise<Drained> {
  const ids: string[] = []
  const times: number[] = []
  await Promise.all(
    operators.map(async (operator) => {
      for (;;) {
        const started = performance.now()
        const id = await claim(operator)
        if (!id) return
        times.push(performance.now() - started)
        ids.push(id)
        await finish(id)
      }
    }),
  )
  const busySeconds = times.reduce((sum, time) => sum + time, 0) / 1000 / operators.length
  return { ids, times, perSecond: ids.length / busySeconds }
}

type Wanted = (typeof sizes)['full']

function claimFigure({ bare, ours }: { bare: Drained; ours: Drained }, { operators, waiting, closed }: Wanted): Figure {
  const ratio = ours.perSecond / bare.perSecond
  const taken = new Set(ours.ids).size
  const [doubles, losses] = [ours.ids.length - taken, waiting - taken]
  return {
    name: `next contact, ${operators} operators at once, ${waiting} waiting, ${closed} closed`,
    value: ours.perSecond,
    unit: 'per s',
    floor: bare.perSecond,
    floorIs: 'the bare claim in one statement on a table of those that wait, with the same indexes, same pool size',
    ratio,
    bar: '≥ 0.5 × floor, 0 doubles, 0 losses',
    isWithin: ratio >= 0.5 && doubles === 0 && losses === 0,
    checked: `${doubles} doubles, ${losses} losses; p95 ${percentile(ours.times, 95).toFixed(1)} ms`,
  }
}

/** Each seed begins with so many who wait; whoever gets one closes it at once and asks for the next. */
async function overHttp({ owner, pool }: Databases, whole: Whole, wanted: Wanted): Promise<Figure> {
  const server = await runServer()
  try {
    const clients = whole.operators.map(() => new OperatorClient(server.origin))
    await Promise.all(clients.map((client, nr) => client.signIn(whole.operators[nr]?.email ?? '', operatorPassword)))
    const times: number[] = []
    let [doubles, losses] = [0, 0]
    for (let seed = 0; seed < wanted.seeds; seed++) {
      await fillWaiting(owner, whole, wanted.contacts)
      const taken: string[] = []
      await Promise.all(clients.map((client) => takeAll(client, pool, { taken, times })))
      doubles += taken.length - new Set(taken).size
      losses += wanted.contacts - new Set(taken).size
    }
    return {
      name: `next contact over HTTP, ${wanted.operators} operators, ${wanted.contacts} waiting, ${wanted.seeds} times`,
      value: percentile(times, 95),
      unit: 'ms',
      floor: null,
      floorIs: null,
      ratio: null,
      bar: '0 doubles, 0 losses',
      isWithin: doubles === 0 && losses === 0,
      checked: `${doubles} doubles, ${losses} losses of ${wanted.contacts * wanted.seeds}; p50 ${percentile(times, 50).toFixed(0)}, p99 ${percentile(times, 99).toFixed(0)} ms`,
    }
  } finally {
    await server.stop()
  }
}

async function takeAll(client: OperatorClient, pool: pg.Pool, { taken, times }: { taken: string[]; times: number[] }) {
  for (;;) {
    const started = performance.now()
    const answer = await client.post<{ ok: boolean; contactId: string }>('/queue/next')
    if (!answer.ok) return
    times.push(performance.now() - started)
    taken.push(answer.contactId)
    await pool.query(
      "UPDATE desk_contact SET state = 'closed', closed_at = now(), claimed_by = NULL, lease_until = NULL WHERE id = $1",
      [answer.contactId],
    )
  }
}
