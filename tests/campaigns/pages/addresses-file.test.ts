import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { loader as addresses } from '#app/campaigns/pages/addresses.tsx'
import { loader as addressesFile } from '#app/campaigns/pages/addresses-file.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aHome, aTenant } from '#prisma/builders/tenant.ts'
import { aCampaign } from '#tests/calls/a-campaign.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { aDividedDraft } from './a-campaign.ts'
import { load } from './routes.ts'

let coordinator: Actor
let others: Actor[]
let stranger: Actor
let params: { campaignId: string }

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation, { name: 'Willem' })
  const roles = ['administrator', 'caller', 'reader'] as const
  others = await Promise.all(roles.map((role) => anActor(corporation, { role, name: role })))
  stranger = await anActor(await aCorporation({ name: 'De Eik' }))
  for (const [index, lastName] of ['Zijlstra', '=cmd|calc', 'Aalbers'].entries()) {
    const { id: homeId } = await aHome(coordinator, {
      street: 'Dorpsweg',
      houseNumber: `${index + 1}`,
      complex: 'De Linde',
    })
    await aTenant(coordinator, { lastName, sex: null, initials: null, infix: null, homeId })
  }
  params = { campaignId: await aDividedDraft(coordinator, [coordinator]) }
  await asSuperuser(
    `UPDATE target SET state = 'unreachable', attempt_count = 3, last_outcome = 'no-answer', last_attempt_at = '2026-11-18T09:30Z', finished_at = '2026-11-18T09:30Z'
     WHERE tenant_id = (SELECT id FROM tenant WHERE last_name = 'Zijlstra')`,
  )
})

const read = async (query = '') => {
  const answer = (await load(coordinator, addressesFile, params, query)) as Response
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="adressen-\d{4}-\d{2}-\d{2}\.csv"$/)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  return parse(await answer.text(), { delimiter: ';', bom: true }) as string[][]
}

test('the file has every address of the list, its cells guarded, its times on the clock of the corporation', async () => {
  const [head, ...rows] = await read('?sort=address')
  expect(head?.slice(0, 6)).toEqual(['Huurder', 'Adres', 'Postcode', 'Plaats', 'Complex', 'Stand'])
  expect(rows.map(([who]) => who)).toEqual(['Zijlstra', "'=cmd|calc", 'Aalbers'])
  expect(rows[0]).toEqual([
    'Zijlstra',
    'Dorpsweg 1',
    '4901 AB',
    'Oosterhout',
    'De Linde',
    'Kaart of bezoek',
    '',
    'Willem',
    '3',
    expect.stringMatching(/\S/),
    '2026-11-18 10:30',
    '',
  ])
})

test('it is ordered and narrowed as the list is', async () => {
  expect((await read('?sort=-who&complex=De+Linde')).slice(1).map(([who]) => who)).toContain('Aalbers')
  expect((await read('?sort=-who')).slice(1).map(([who]) => who)[0]).toBe('Zijlstra')
  expect(await read('?state=unreachable')).toHaveLength(2)
  expect(await read('?complex=elders')).toHaveLength(1)
})

test('it leaves an audit row with whose addresses went out', async () => {
  await read('?state=unreachable')
  const rows = await asSuperuser<{ details: { count: number; tenants: string[] } }>(
    "SELECT details FROM audit_event WHERE action = 'campaign:addresses-exported' AND subject_id = $1 ORDER BY at DESC LIMIT 1",
    [params.campaignId],
  )
  expect(rows[0]?.details).toMatchObject({ count: 1, tenants: [expect.any(String)] })
})

test('it is made while it is read: what fails half-way breaks off, and what nobody reads is not made', async () => {
  const reader = async () => ((await load(coordinator, addressesFile, params)) as Response).body!.getReader()
  const failing = await reader()
  expect(new TextDecoder().decode((await failing.read()).value)).toMatch(/^Huurder;/)
  await asSuperuser('REVOKE SELECT ON target FROM rondbel_app')
  try {
    await expect(failing.read()).rejects.toThrow()
    await expect(failing.read()).rejects.toThrow()
  } finally {
    await asSuperuser('GRANT SELECT ON target TO rondbel_app')
  }
  const leaving = await reader()
  await leaving.read()
  await leaving.cancel()
  expect(await leaving.read()).toEqual({ done: true, value: undefined })
})

test('a list of many chunks is whole and in order', async () => {
  const many = 2_500
  const { campaignId, coordinator: own } = await aCampaign({ homes: 1 })
  await asSuperuser(
    `WITH h AS (INSERT INTO home (corporation_id, number, street, house_number, postcode, city)
       SELECT $1, 'M' || n, 'Lange laan', n::text, '4901 AB', 'Oosterhout' FROM generate_series(1, $3::int) n RETURNING id, number),
     t AS (INSERT INTO tenant (corporation_id, number, home_id, last_name) SELECT $1, number, id, number FROM h RETURNING id, home_id)
     INSERT INTO target (corporation_id, campaign_id, home_id, tenant_id, position) SELECT $1, $2, home_id, id, 1 FROM t`,
    [own.corporationId, campaignId, many],
  )
  await asSuperuser('ANALYZE')
  const answer = (await load(own, addressesFile, { campaignId }, '?sort=address')) as Response
  const rows = (parse(await answer.text(), { delimiter: ';', bom: true }) as string[][]).slice(1)
  const numbers = rows.filter(([, address]) => address?.startsWith('Lange laan')).map(([, address]) => address)
  expect(rows).toHaveLength(many + 1)
  expect(new Set(numbers).size).toBe(many)
  const listed = (await load(own, addresses, { campaignId }, '?sort=address&page=30')) as {
    rows: { houseNumber: string }[]
  }
  const page = rows.slice(29 * 50, 30 * 50).map(([, address]) => address?.split(' ').at(-1))
  expect(listed.rows.map(({ houseNumber }) => houseNumber)).toEqual(page)
})

test('it is for coordinators of this corporation', async () => {
  for (const actor of others) expect(await load(actor, addressesFile, params)).toHaveProperty('status', 403)
  expect(await load(stranger, addressesFile, params)).toHaveProperty('status', 404)
})
