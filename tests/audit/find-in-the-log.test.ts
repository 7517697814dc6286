import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { readAuditFilter } from '#app/audit/audit-filter.ts'
import { listAudit } from '#app/audit/list-audit-entries.server.ts'
import { loader } from '#app/audit/pages/audit.tsx'
import { loader as file } from '#app/audit/pages/audit-file.tsx'
import { readAudit } from '#app/audit/read-audit.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { type SqlQuery, sql } from '#app/core/sql.ts'
import { loader as tenantPage } from '#app/tenants/pages/tenant.tsx'
import { action as search } from '#app/tenants/pages/tenants.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

type Event = { action: string; who: string; name: string | null; tenantId: string | null }
type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
const call = (route: unknown, request: Request, params: object = {}) =>
  answerOf(async () => (route as Route)({ request, params, context: {} }))

let administrator: Actor
let coordinator: Actor
let caller: Actor
let tenant: Awaited<ReturnType<typeof aTenant>>

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  administrator = await anActor(corporation, { role: 'administrator', name: '=Beheer' })
  coordinator = await anActor(corporation, { name: 'Saskia' })
  caller = await anActor(corporation, { role: 'caller', name: 'Bart' })
  tenant = await aTenant(coordinator)
  const other = await aTenant(coordinator, { lastName: 'Ander' })
  for (const { id } of [tenant, other])
    await call(tenantPage, await signedIn(coordinator, `/tenants/${id}`), { tenantId: id })
  await call(search, await posted(coordinator, '/tenants', { q: 'Kuipers' }))
})

const seen = async (query: string) =>
  ((await call(loader, await signedIn(administrator, `/audit${query}`))) as { events: Event[] }).events

test('who looked at one tenant is found by their number, also when a list showed them', async () => {
  const events = await seen(`?tenant=${tenant.number}`)
  const did = new Set(events.map(({ action }) => action))
  expect(did).toContain('tenant:viewed')
  expect(did).toContain('tenant:searched')
  expect(new Set(events.map(({ who }) => who))).toEqual(new Set(['Saskia']))
  expect(events.every(({ name }) => name === null || name === tenant.number)).toBe(true)
  expect(await seen('?tenant=H-nobody')).toEqual([])
})

test('a person, what was done and a period narrow it down', async () => {
  expect((await seen(`?person=${caller.accountId}`)).map(({ who }) => who)).toEqual([])
  expect(new Set((await seen('?action=tenant:viewed')).map(({ action }) => action))).toEqual(new Set(['tenant:viewed']))
  expect(new Set((await seen('?action=account')).map(({ action }) => action))).toEqual(new Set(['account:added']))
  const [day] = await asSuperuser<{ on: string }>(`SELECT (now() AT TIME ZONE 'Europe/Amsterdam')::date::text AS on`)
  const today = day?.on ?? ''
  expect((await seen(`?from=${today}&until=${today}`)).length).toBeGreaterThan(3)
  expect(await seen('?until=2020-01-01')).toEqual([])
  expect(await seen('?from=2100-01-01')).toEqual([])
})

test('lines say by name what they are about; a tenant only to whoever may see tenants', async () => {
  const names = async (seesTenants: boolean) => {
    const asked = { filter: readAuditFilter(new URLSearchParams('action=tenant:viewed')), before: null, most: 10 }
    const events = await inScope(administrator, (tx) =>
      readAudit(tx, administrator, { ...asked, timeZone: 'Europe/Amsterdam', seesTenants }),
    )
    return events.map(({ name, tenantId }) => `${name} ${tenantId}`).join()
  }
  expect(await names(false)).not.toMatch(/Kuipers|Ander/)
  expect(await names(false)).toContain(`${tenant.number} null`)
  expect(await names(true)).toContain(`Kuipers (${tenant.number}) ${tenant.id}`)
  const added = await seen('?action=account:added')
  expect(added.map(({ name }) => name)).toContain('Bart')
})

test('it goes into a file that no spreadsheet calculates with, and that is written down too', async () => {
  const answer = (await call(file, await signedIn(administrator, '/audit/file?action=account'))) as Response
  const text = await answer.text()
  expect(answer.headers.get('Content-Disposition')).toContain('logboek-')
  expect(text).toContain('Dag;Tijd;Wie;Wat;Waarvan;Naam')
  expect(text).toContain(`Collega: toegevoegd;Collega;'=Beheer`)
  expect((await seen('?action=corporation:log-exported')).length).toBe(1)
  for (const actor of [coordinator, caller])
    expect(await call(file, await signedIn(actor, '/audit/file'))).toMatchObject({ status: 403 })
})

test.each(['?tenant=%00', '?person=x', '?action=DROP', '?from=2026-02-30', '?before=x', '?subject=1'])(
  'an odd address asks for nothing in particular: %s',
  async (query) => {
    expect(await call(loader, await signedIn(administrator, `/audit${query}`))).toMatchObject({ chain: { ok: true } })
  },
)

test('a coordinator sees who looked at one tenant, and the rest of the log not', async () => {
  const request = await signedIn(coordinator, `/audit?tenant=${tenant.number}`)
  const page = (await call(loader, request)) as { events: Event[]; chain: unknown }
  expect(page.events.map(({ action }) => action)).toContain('tenant:viewed')
  expect(page.events.filter(({ tenantId }) => tenantId !== null && tenantId !== tenant.id)).toEqual([])
  expect(page.chain).toBeNull()
  for (const query of ['', '?action=account', `?subject=${tenant.id}`])
    expect(await call(loader, await signedIn(coordinator, `/audit${query}`))).toMatchObject({ status: 403 })
  expect(await call(loader, await signedIn(caller, `/audit?tenant=${tenant.number}`))).toMatchObject({ status: 403 })
})

test('what is about one tenant is found by its indexes, not by reading the whole log', async () => {
  const { corporationId } = administrator
  await inScope(administrator, (tx) =>
    tx.sql(sql`
      INSERT INTO audit_event (corporation_id, action, subject_kind, subject_id, details)
      SELECT ${corporationId}::int, 'target:claimed', 'target', gen_random_uuid(), CASE WHEN n % 50 = 0 THEN '{"tenants": []}'::jsonb ELSE '{}' END
      FROM generate_series(1, 20000) n`),
  )
  await asSuperuser('ANALYZE audit_event')
  const filter = readAuditFilter(new URLSearchParams({ tenant: tenant.number }))
  const plans: string[] = []
  await inScope(administrator, async (tx) => {
    const explaining = {
      sql: async ({ text, values }: SqlQuery) => {
        const lines = await tx.sql<Record<string, string>>({ text: `EXPLAIN ${text}`, values })
        plans.push(...lines.flatMap((line) => Object.values(line)))
        return []
      },
    }
    const asked = { filter, timeZone: 'Europe/Amsterdam', before: null, most: 100 }
    await listAudit(explaining as unknown as typeof tx, administrator, asked)
  })
  const plan = plans.join('\n')
  expect(plan).toContain('audit_event_shown')
  expect(plan).toContain('audit_event_corporation_id_subject_kind_subject_id_idx')
  expect(plan).not.toContain('Seq Scan on audit_event')
})
