import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { TenantFacts } from '#app/segments/field.ts'

/** Puts tenants with these facts into the database as this colleague; the tenant number is the place in the list. */
export async function writeTenants(colleague: Actor, people: readonly TenantFacts[]) {
  const rows = JSON.stringify(people.map((facts, number) => rowOf(facts, number)))
  const corporation = sql`${colleague.corporationId}::int`
  const by = sql`${colleague.accountId}::uuid`
  const from = sql`FROM jsonb_populate_recordset(NULL::segment_row, ${rows}::jsonb) r`
  await inScopeSql(colleague, async (tx) => {
    await tx.sql(sql`CREATE TEMPORARY TABLE segment_row (id uuid, number text, home_id uuid, birth_on date, tenancy_started_on date,
      household_size int, language text, email text, mobile text, wants_calls boolean, last_spoken_at timestamptz, last_outcome text,
      complex text, city text, municipality text, postcode text, has_circumstance boolean, arrears_cents int, last_arrears_on date,
      nuisance_reported_on date, nuisance_caused_on date, topics text[], follow_up text) ON COMMIT DROP`)
    await tx.sql(sql`INSERT INTO home (corporation_id, id, number, complex, city, municipality, postcode)
      SELECT ${corporation}, home_id, number, complex, city, municipality, postcode ${from} WHERE home_id IS NOT NULL`)
    await tx.sql(sql`INSERT INTO tenant (corporation_id, id, number, home_id, last_name, birth_on, tenancy_started_on, household_size,
        language, email, mobile, wants_calls, last_spoken_at, last_outcome)
      SELECT ${corporation}, id, number, home_id, 'Jansen', birth_on, tenancy_started_on, household_size, language, email, mobile,
        wants_calls, last_spoken_at, last_outcome ${from}`)
    await tx.sql(sql`INSERT INTO tenant_circumstance (corporation_id, tenant_id, arrears_cents, last_arrears_on, nuisance_reported_on, nuisance_caused_on)
      SELECT ${corporation}, id, arrears_cents, last_arrears_on, nuisance_reported_on, nuisance_caused_on ${from} WHERE has_circumstance`)
    await tx.sql(sql`INSERT INTO conversation (corporation_id, tenant_id, account_id, topics)
      SELECT ${corporation}, id, ${by}, topics ${from} WHERE topics <> '{}'`)
    await tx.sql(sql`INSERT INTO follow_up (corporation_id, tenant_id, kind, owner_id, promised_by, due_on, state)
      SELECT ${corporation}, id, 'visit', ${by}, ${by}, '2026-12-01', follow_up ${from}`)
  })
}

function rowOf({ home, circumstance, hasOpenFollowUp, ...facts }: TenantFacts, number: number) {
  const columns = Object.fromEntries(Object.entries(facts).map(([name, value]) => [snake(name), value]))
  const beside = Object.fromEntries(
    Object.entries({ ...home, ...circumstance }).map(([name, value]) => [snake(name), value]),
  )
  const ids = { id: uuidV7(), number: String(number), home_id: home && uuidV7() }
  return {
    ...columns,
    ...beside,
    ...ids,
    has_circumstance: circumstance !== null,
    follow_up: hasOpenFollowUp ? 'open' : 'done',
  }
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
