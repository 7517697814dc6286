import pg from 'pg'
import { recogniseCaller } from '#app/callers/recognise-caller.server.ts'
import { searchCallers } from '#app/callers/search-callers.server.ts'
import { eachAtOnce, type InHand } from '#app/core/scope.server.ts'
import type { SqlRunner } from '#app/core/sql.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { withBenchDatabase } from './bench-database.ts'
import { type Bench, type Figure, percentile, type Size } from './figure.ts'

// `ROWS=2600000 npm run bench -- callers`: all homes of one corporation, which is the hardest.
const homesOf = (size: Size) => Number(process.env.ROWS ?? (size === 'full' ? 260_000 : 10_000))
const today = '2026-11-27'
const rounds = 1000

// What somebody would write by hand for exactly this question, behind no policy.
const person = `t.id, t.number, t.sex, t.initials, t.first_name, t.infix, t.last_name, t.birth_on::text, t.mobile, t.landline, t.other_phone, t.language, t.attention_sealed,
  t.wants_calls, t.tenancy_ended_on::text, t.deceased_on, t.reported_deceased_at, t.is_deceased, t.is_estate, t.gone_since, t.reported_moved_at, t.objected_at, t.is_do_not_call,
  h.id AS home_id, h.complex, h.street, h.house_number, h.addition, h.postcode, h.city,
  ARRAY(SELECT s.number FROM number_strike s WHERE s.corporation_id = t.corporation_id AND s.tenant_id = t.id) AS struck`
const left = `(t.gone_since IS NOT NULL OR t.reported_moved_at IS NOT NULL OR t.tenancy_ended_on <= date '${today}' OR t.deceased_on IS NOT NULL
  OR t.reported_deceased_at IS NOT NULL OR t.is_deceased OR t.is_estate)`
const joined = 'LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id'
const byNumber = `
  SELECT ${person}, (t.mobile = $2 OR t.landline = $2 OR t.other_phone = $2) AS holds FROM tenant t ${joined}
  WHERE t.corporation_id = $1 AND t.id IN (
    SELECT id FROM tenant WHERE corporation_id = $1 AND (mobile = $2 OR landline = $2 OR other_phone = $2)
    UNION SELECT o.id FROM tenant g JOIN tenant o ON o.corporation_id = $1 AND o.home_id = g.home_id
      WHERE g.corporation_id = $1 AND (g.mobile = $2 OR g.landline = $2 OR g.other_phone = $2))
  ORDER BY ${left}, t.search_name, t.initials, t.birth_on, t.id LIMIT 20`
const sorted = `t.id, t.home_id, t.search_name, t.initials, t.birth_on, ${left} AS is_left`
const bySearch = (tenants: string, emptyHomes = '') => `
  WITH found AS ((SELECT t.id, t.home_id, count(*) OVER ()::int AS total, row_number() OVER (ORDER BY t.is_left, t.search_name, t.initials, t.birth_on, t.id) AS position
    FROM (${tenants}) t ORDER BY position LIMIT 20)${emptyHomes})
  SELECT ${person}, f.total FROM found f LEFT JOIN tenant t ON t.corporation_id = $1 AND t.id = f.id
    LEFT JOIN home h ON h.corporation_id = $1 AND h.id = f.home_id ORDER BY f.id IS NULL, f.position`
const tenantsWith = (is: string) => `SELECT ${sorted} FROM tenant t WHERE t.corporation_id = $1 AND ${is}`
const tenantsOf = (home: string) =>
  `SELECT ${sorted} FROM home h JOIN tenant t ON t.corporation_id = $1 AND t.home_id = h.id WHERE h.corporation_id = $1 AND ${home}`
const atAddress = (home: string, others: string[] = []) =>
  bySearch(
    eachOnce(...others, tenantsOf(home)),
    ` UNION ALL (SELECT NULL, h.id, 0, row_number() OVER (ORDER BY h.search_street, h.house_number, h.id) AS position FROM home h WHERE h.corporation_id = $1 AND ${home}
      AND NOT EXISTS (SELECT FROM tenant t WHERE t.corporation_id = $1 AND t.home_id = h.id AND NOT ${left}) ORDER BY position LIMIT 20)`,
  )

const begins = (column: string, parameter = '$2') =>
  `${column} >= ${parameter} AND ${column} < ${parameter} || '\u{10FFFF}'`
const eitherBegins = (column: string) => `(${begins(column)} OR ${begins(column, '$3')})`
const eachOnce = (...ways: string[]) => ways.join(' UNION ')

const kinds = ['name', 'postcode', 'street', 'birth', 'number', 'phone'] as const
type Kind = (typeof kinds)[number]
type Question = { typed: string; byHand: { name: string; text: string; values: string[] } }

/** What an operator types, about home `n`. */
function question(kind: Kind, n: number): Question {
  const { lastName, street, houseNumber, postcode, number, birthOn, mobile } = aPerson(n)
  const ask = (typed: string, text: string, values: string[]) => ({ typed, byHand: { name: kind, text, values } })
  switch (kind) {
    case 'name':
      return ask(
        lastName,
        bySearch(eachOnce(tenantsWith(begins('t.search_name')), tenantsOf(begins('h.search_street')))),
        [lastName.toLowerCase()],
      )
    case 'postcode':
      return ask(`${postcode} ${houseNumber}`, atAddress('h.postcode = $2 AND h.house_number = $3'), [
        postcode,
        houseNumber,
      ])
    case 'street':
      return ask(
        `${street} ${houseNumber}`,
        atAddress(`${begins('h.search_street')} AND h.house_number = $3`, [tenantsWith(begins('t.search_name', '$4'))]),
        [street.toLowerCase(), houseNumber, `${street} ${houseNumber}`.toLowerCase()],
      )
    case 'birth':
      return ask(birthOn.split('-').reverse().join('-'), bySearch(tenantsWith('t.birth_on = $2::date')), [birthOn])
    case 'number':
      // The beginning of the number of a tenant or of a home, in capitals or in small letters.
      return ask(
        number,
        bySearch(
          `${tenantsWith(eitherBegins('t.number COLLATE "C"'))}
          UNION ALL ${tenantsOf(eitherBegins('h.number COLLATE "C"'))} AND NOT ${eitherBegins('t.number COLLATE "C"')}`,
        ),
        [number, number.toLowerCase()],
      )
    case 'phone':
      return ask(mobile, bySearch(tenantsWith('(t.mobile = $2 OR t.landline = $2 OR t.other_phone = $2)')), [mobile])
  }
}

/** The same as the database makes of it in `fill`. */
function aPerson(n: number) {
  const letters = (value: number) => String.fromCharCode(65 + (value % 26))
  const group = Math.floor(n / 20)
  return {
    lastName: `Naam${letters(n)}${letters(n * 7)}${letters(n * 11)}${letters(Math.floor(n / 26))}`,
    street: `Straat ${letters(group)}${letters(Math.floor(group / 26))}${letters(Math.floor(group / 676))}${letters(Math.floor(group / 17_576))}`,
    houseNumber: String(1 + (n % 20)),
    postcode: `${1000 + (group % 9000)} ${letters(Math.floor(group / 9000))}${letters(Math.floor(group / 234_000))}`,
    number: `T${String(n).padStart(8, '0')}`,
    birthOn: new Date(Date.UTC(1925, 0, 1) + (n % 29_000) * 86_400_000).toISOString().slice(0, 10),
    mobile: `+316${String(10_000_000 + n)}`,
  }
}

const letter = (value: string) => `chr((65 + (${value}) % 26)::int)`
async function fill(owner: pg.Client, corporationId: number, homes: number) {
  // The keys are right by how it is made; checking each takes longer than making it.
  await owner.query(`SET session_replication_role = replica`)
  await owner.query(
    `INSERT INTO home (corporation_id, number, street, house_number, postcode, city, complex)
    SELECT $1, 'V' || n, 'Straat ' || ${letter('g')} || ${letter('g / 26')} || ${letter('g / 676')} || ${letter('g / 17576')}, (1 + n % 20)::text,
      (1000 + g % 9000) || ' ' || ${letter('g / 9000')} || ${letter('g / 234000')}, 'Assen', 'C' || g % 400
    FROM generate_series(1, $2::int) n, LATERAL (SELECT n / 20 AS g) _`,
    [corporationId, homes],
  )
  await owner.query(
    `INSERT INTO tenant (corporation_id, number, home_id, sex, initials, last_name, birth_on, mobile, landline, other_phone)
    SELECT $1, 'T' || lpad(n::text, 8, '0'), h.id, 'V', 'A.', 'Naam' || ${letter('n')} || ${letter('n * 7')} || ${letter('n * 11')} || ${letter('n / 26')},
      date '1925-01-01' + n % 29000, '+316' || (10000000 + n), CASE WHEN n % 3 = 0 THEN '+3150' || (1000000 + n) END, CASE WHEN n % 20 = 0 THEN '+316' || (70000000 + n) END
    FROM (SELECT substr(number, 2)::int AS n, id FROM home WHERE corporation_id = $1) h`,
    [corporationId],
  )
  await owner.query('SET session_replication_role = DEFAULT')
  await owner.query('VACUUM ANALYZE tenant, home')
}

type Asked = { ours: number[]; floor: number[]; isSame: boolean }
type Turn = { ours: () => Promise<string[]>; floor: () => Promise<string[]> }

/**
 * One of each in turn, so that a busy moment of the machine hits both; and each as often first, because whoever asks first
 * fetches the pages for both.
 */
async function inTurns(turns: Turn[]): Promise<Asked> {
  const asked: Asked = { ours: [], floor: [], isSame: true }
  for (const [at, turn] of turns.entries()) {
    const isFirst = at % 2 === 0
    const early = isFirst ? await timed(turn.ours) : null
    const [floor, floorTook] = await timed(turn.floor)
    const [ours, oursTook] = early ?? (await timed(turn.ours))
    asked.isSame &&= ours.length > 0 && ours.join() === floor.join()
    // The first ones make the plans.
    if (at < turns.length / 10) continue
    asked.ours.push(oursTook)
    asked.floor.push(floorTook)
  }
  return asked
}

async function timed(work: () => Promise<string[]>): Promise<[string[], number]> {
  const started = performance.now()
  const found = await work()
  return [found, performance.now() - started]
}

function figure(name: string, { ours, floor, isSame }: Asked): Figure {
  const ratio = percentile(ours, 95) / percentile(floor, 95)
  return {
    name,
    value: percentile(ours, 95),
    unit: 'ms',
    floor: percentile(floor, 95),
    floorIs: 'the same question written by hand, in a transaction, behind no policy',
    ratio,
    bar: '≤ 1.3 × floor',
    isWithin: ratio <= 1.3 && isSame,
    checked: isSame ? 'the same people, in the same order' : 'OTHER PEOPLE',
  }
}

/** Who is calling, by number and by what an operator types, as a desk with the corporation in hand. */
export const callersBench: Bench = {
  name: 'callers',
  run: (size) =>
    withBenchDatabase(async (owner, url) => {
      const homes = homesOf(size)
      const corporation = await aCorporation()
      const desk = await aDesk([corporation])
      const place: InHand = {
        ...(await aDeskActor(desk, { corporations: [corporation] })),
        corporationId: corporation.id,
      }
      await fill(owner, corporation.id, homes)
      // As the page of a contact asks while somebody types.
      const ask = (work: (tx: SqlRunner) => Promise<{ tenantId: string }[]>) => async () =>
        (await work(eachAtOnce(place))).map(({ tenantId }) => tenantId)
      const pool = new pg.Pool({ connectionString: url, options: asOurs })
      const byHand = (query: Question['byHand']) => () => askByHand(pool, corporation.id, query)
      const some = Array.from({ length: rounds }, (_, at) => 1 + ((at * 7919 + 13) % (homes - 1)))
      const looked = some.map((n): Turn => {
        const phone = aPerson(n).mobile
        return {
          ours: ask(async (tx) => {
            const found = await recogniseCaller(tx, place, { phone, today })
            return 'people' in found ? found.people : []
          }),
          floor: byHand({ name: 'by-number', text: byNumber, values: [phone] }),
        }
      })
      const million = `${homes / 1_000_000} million homes`
      const figures = [figure(`whose number it is, ${million}, p95`, await inTurns(looked))]
      for (const kind of kinds) {
        const typed = some.map((n): Turn => {
          const { typed: query, byHand: hand } = question(kind, n)
          return {
            ours: ask(async (tx) => (await searchCallers(tx, place, { query, today })).people),
            floor: byHand(hand),
          }
        })
        figures.push(figure(`an operator types a ${kind}, ${million}, p95`, await inTurns(typed)))
      }
      await pool.end()
      return figures
    }),
}

// As ours are set: nothing is compiled, and a plan is made once and kept.
const asOurs = '-c jit=off -c plan_cache_mode=force_generic_plan -c max_parallel_workers_per_gather=0'

async function askByHand(pool: pg.Pool, corporationId: number, { name, text, values }: Question['byHand']) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<{ id: string | null }>({ name, text, values: [corporationId, ...values] })
    await client.query('COMMIT')
    return rows.flatMap(({ id }) => id ?? [])
  } finally {
    client.release()
  }
}
