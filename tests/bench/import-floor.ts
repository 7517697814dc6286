import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/**
 * What bringing in a list of the itris dialect costs at the very least: csv-parse, COPY into an unlogged table, and
 * INSERT … SELECT into tables with the columns and indexes of ours. No checks, no foreign keys, no policies, no way back.
 */
export async function importFloor(
  url: string,
  path: string,
): Promise<{ seconds: number; copySeconds: number; tenants: number }> {
  const client = new pg.Client({ connectionString: url, options: '-c datestyle=ISO,DMY' })
  await client.connect()
  try {
    await client.query(makeTables)
    const started = performance.now()
    await copy(client, path)
    const copied = performance.now()
    for (const statement of [fillHomes, fillTenants, fillCircumstances]) await client.query(`${settings}${statement}`)
    const ended = performance.now()
    const { rows } = await client.query<{ tenants: number }>('SELECT count(*)::int AS tenants FROM floor.tenant')
    return { seconds: (ended - started) / 1000, copySeconds: (copied - started) / 1000, tenants: rows[0]?.tenants ?? 0 }
  } finally {
    await client.query('DROP SCHEMA IF EXISTS floor CASCADE')
    await client.end()
  }
}

const columns =
  `number salutation initials infix last_name birth_on street house_number addition postcode city home_number complex
  landline mobile email tenancy_started_on arrears last_arrears_on nuisance_reported_on nuisance_caused_on household_size do_not_call`.split(
    /\s+/,
  )

const makeTables = `
  DROP SCHEMA IF EXISTS floor CASCADE;
  CREATE SCHEMA floor;
  CREATE UNLOGGED TABLE floor.list (${columns.map((name) => `${name} text`).join(', ')});
  CREATE TABLE floor.home (LIKE public.home INCLUDING INDEXES INCLUDING DEFAULTS INCLUDING GENERATED);
  CREATE TABLE floor.tenant (LIKE public.tenant INCLUDING INDEXES INCLUDING DEFAULTS INCLUDING GENERATED);
  CREATE TABLE floor.tenant_circumstance (LIKE public.tenant_circumstance INCLUDING INDEXES INCLUDING DEFAULTS)`

const settings = `SET work_mem = '96MB'; SET jit = off;`

async function copy(client: pg.Client, path: string) {
  const toCopy = new Transform({
    writableObjectMode: true,
    transform(cells: string[], _encoding, done) {
      const line = cells.join('\t')
      done(
        null,
        `${/[\n\r\\]/.test(line) ? line.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r') : line}\n`,
      )
    },
  })
  await pipeline(
    createReadStream(path, { highWaterMark: 1024 * 1024 }),
    parse({ delimiter: ';', encoding: 'latin1', from_line: 2 }),
    toCopy,
    client.query(copyFrom('COPY floor.list FROM STDIN', { highWaterMark: 1024 * 1024 })),
  )
}

// The dates nobody can be born on, as the generator writes them: all the floor knows of rules.
const birth = `CASE WHEN birth_on IN ('', 'onbekend', '31-02-1940', '00-00-0000', '1-1-2091') THEN NULL ELSE birth_on::date END`

const fillHomes = `
  INSERT INTO floor.home (corporation_id, number, street, house_number, addition, postcode, city, complex)
  SELECT 1, home_number, street, house_number, addition, postcode, city, complex FROM floor.list ON CONFLICT (corporation_id, number) DO NOTHING`

const fillTenants = `
  INSERT INTO floor.tenant (corporation_id, number, home_id, sex, initials, infix, last_name, birth_on, landline, mobile, email,
    tenancy_started_on, household_size, is_do_not_call)
  SELECT 1, l.number, h.id, CASE l.salutation WHEN 'Dhr.' THEN 'M' ELSE 'V' END, l.initials, l.infix, l.last_name, ${birth}, l.landline, l.mobile, l.email,
    nullif(l.tenancy_started_on, '')::date, l.household_size::smallint, l.do_not_call IN ('J', 'ja', 'Ja', '1', 'x')
  FROM floor.list l JOIN floor.home h ON h.corporation_id = 1 AND h.number = l.home_number
  ON CONFLICT (corporation_id, number) DO NOTHING`

const fillCircumstances = `
  INSERT INTO floor.tenant_circumstance (corporation_id, tenant_id, arrears_cents, last_arrears_on, nuisance_reported_on, nuisance_caused_on)
  SELECT 1, t.id, (nullif(replace(replace(l.arrears, '.', ''), ',', '.'), '')::numeric * 100)::int, nullif(l.last_arrears_on, '')::date,
    nullif(l.nuisance_reported_on, '')::date, nullif(l.nuisance_caused_on, '')::date
  FROM floor.list l JOIN floor.tenant t ON t.corporation_id = 1 AND t.number = l.number
  WHERE l.arrears NOT IN ('', '0', '0,00') OR l.last_arrears_on <> '' OR l.nuisance_reported_on <> '' OR l.nuisance_caused_on <> ''
  ON CONFLICT (corporation_id, tenant_id) DO NOTHING`
