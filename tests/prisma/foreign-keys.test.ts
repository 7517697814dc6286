import { beforeAll, expect, test } from 'vitest'
import { inScope } from '#app/core/scope.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

const outlives = 'the log outlives what it tells of, and an event that is gone must come out in the chain'
const hotPath = 'written at every claim; the caller stands in campaign_caller, which the claim itself looks up'
const claimed = 'written at every claim, which looks at the session and so at whom the desk has'
const everyRow = 'written for every row of a list: 250,000 checks on one and the same row'

const browsers = 'is no id of ours: the browser makes it'

/** Columns that hold the id of a row elsewhere without a foreign key, and why. */
const free: Record<string, string> = {
  'attempt_draft.form_key': browsers,
  'audit_event.account_id': outlives,
  'audit_event.subject_id': outlives,
  'audit_link.event_id': outlives,
  'call_draft.form_key': browsers,
  'contact_draft.form_key': browsers,
  'conversation_draft.form_key': browsers,
  'correction_draft.form_key': browsers,
  'desk_contact.answered_by': claimed,
  'desk_contact.claimed_by': claimed,
  'desk_contact.holder': claimed,
  'desk_contact.owner_id': claimed,
  'desk_event.account_id': outlives,
  'desk_event.subject_id': outlives,
  'desk_link.event_id': outlives,
  'exchange_call.contact_id': 'of what came of the call, which outlives it: the call goes after 28 days',
  'home.first_import_id': everyRow,
  'idempotent_write.account_id': 'written with every write of a person, and forgotten after some days',
  'idempotent_write.key': browsers,
  'phone_line.public_token': 'names no row: it is what makes the address of a page unguessable',
  'target.assigned_to':
    'spreading writes tens of thousands at once, from campaign_caller, which has the key: 1.1 becomes 1.8 of the floor',
  'target.claimed_by': hotPath,
  'target.holder': hotPath,
  'tenant.first_import_id': everyRow,
  'tenant.last_import_id': everyRow,
  'tenant_import_change.subject_id': 'of three tables, and a tenant that undoing took away stays named here',
  'tenant_import_row.home_id': 'an id that the home will get when the list is applied',
  'tenant_import_row.import_id': everyRow,
  'tenant_import_row.tenant_id': 'an id that the tenant will get when the list is applied',
}

beforeAll(() => useDatabase())

test('every id of a row elsewhere is a foreign key, or says why not', async () => {
  const rows = await asSuperuser<{ path: string; has_key: boolean }>(`
    SELECT c.relname || '.' || a.attname AS path,
      EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey)) AS has_key
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
      AND a.atttypid = 'uuid'::regtype AND a.attname <> 'id' AND c.relname NOT LIKE '\\_%'`)
  const without = rows.filter(({ has_key }) => !has_key).map(({ path }) => path)
  expect(rows.length).toBeGreaterThan(50)
  expect(without.toSorted()).toEqual(Object.keys(free).toSorted())
})

test('whoever did something works or worked for that corporation', async () => {
  const keys = await asSuperuser<{ columns: string[]; target: string; on_delete: string }>(`
    SELECT k.confrelid::regclass::text AS target, k.confdeltype AS on_delete,
      ARRAY(SELECT a.attname::text FROM unnest(k.conkey) AS n JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = n) AS columns
    FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid IN ('account'::regclass, 'membership'::regclass)`)
  const ofMembers = keys.filter(({ target }) => target === 'membership')
  expect(ofMembers.length).toBeGreaterThan(20)
  expect(
    ofMembers.filter(({ columns, on_delete }) => !columns.includes('corporation_id') || on_delete !== 'r'),
  ).toEqual([])
  // What a person is: a member, somebody of a desk, a session.
  expect(keys.filter(({ target }) => target === 'account').map(({ columns }) => columns)).toEqual([
    ['account_id'],
    ['account_id'],
    ['account_id'],
  ])
})

test('a colleague of another corporation cannot stand as who did something', async () => {
  const [ours, theirs] = [await anActor(await aCorporation()), await anActor(await aCorporation())]
  const write = (createdBy: string) =>
    inScope(ours, (tx) =>
      tx.segment.create({ data: { corporationId: ours.corporationId, name: createdBy, criteria: {}, createdBy } }),
    )
  await expect(write(theirs.accountId)).rejects.toThrow('segment_corporation_id_created_by_fkey')
  await expect(write(ours.accountId)).resolves.toMatchObject({ createdBy: ours.accountId })
})
