import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import { signIn } from '#app/accounts/sign-in.server.ts'
import { chainAudit, verifyAudit } from '#app/audit/audit-chain.server.ts'
import { leftOut } from '#app/backup/backed-up-tables.server.ts'
import { makeBackup } from '#app/backup/make-backup.server.ts'
import { restoreBackup } from '#app/backup/restore-backup.server.ts'
import { listConversations } from '#app/conversations/list-conversations.server.ts'
import { recordConversation } from '#app/conversations/record-conversation.server.ts'
import { assertLeastPrivilege } from '#app/core/assert-least-privilege.server.ts'
import { type DeskScope, inScope, systemDeskScope } from '#app/core/scope.server.ts'
import { addCorporation } from '#app/corporations/corporations.server.ts'
import { masterKeyFile } from '#app/corporations/master-key.server.ts'
import { newSealedKey, sealerFor } from '#app/corporations/sealer.server.ts'
import { importFromPath } from '#app/tenant-lists/receive-upload.server.ts'
import { removeUpload, uploadPath } from '#app/tenant-lists/upload-files.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { migrate } from '#prisma/migrate.ts'
import { migrationNames } from '#prisma/migration-files.ts'
import { asMigrator, asSuperuser, inEmptyDatabase, useDatabase } from '#tests/support/database.ts'
import { forgetWhatWasMade } from '#tests/support/made-once.ts'
import { generatedList, today } from '#tests/tenant-lists/lists.ts'

const password = 'een lang wachtwoord voor de proef'
// In no protocol: those are in a backup for anybody to read.
const notes = 'De kraan jankt \\n "en"\ter\nkomt 😀 niemand \\.'
let caller: Actor
let desk: DeskScope
let tenantId: string
let listPath: string
let importId: string
let ownerUrl: string
let folder: string
let file: string

beforeAll(async () => {
  ownerUrl = await useDatabase()
  folder = join(process.env.DATA_DIR ?? '', 'backups')
  mkdirSync(folder, { recursive: true })
  const corporation = await aCorporation()
  caller = await anActor(corporation, { passwordHash: await hashPassword(password) })
  const other = await anActor(await aCorporation({ name: 'De Eik' }))
  tenantId = (await aTenant(caller, { lastName: 'Öz\\n' })).id
  await aTenant(other)
  const spoken = { tenantId, campaignId: null, attemptId: null, at: new Date(), topics: [], urgentRang: '' }
  await inScope(caller, (tx) => recordConversation(tx, caller, { ...spoken, wellbeing: 'good', notes }))
  expect(await signsIn()).toBe(true)
  listPath = (await generatedList({ rows: 50 })).path
  importId = (await importFromPath(caller, { path: listPath, fileName: 'lijst.csv', listedOn: today })).importId
  const night = await aDesk([corporation])
  desk = systemDeskScope(night.id)
  await aDeskActor(night)
  for (const book of ['audit_event', 'desk_event'])
    await asSuperuser(`UPDATE ${book} SET at = at - interval '11 seconds'`)
  for (const scope of [caller, other, desk]) expect(await chainAudit(scope)).toBeGreaterThan(0)
  file = join(folder, 'whole.backup')
  await makeBackup(ownerUrl, file)
})

const tablesThere = () => asSuperuser(`SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`)

const signsIn = async () => (await signIn({ email: caller.email, password }, { address: '192.0.2.1' })).ok

const notesRead = async () => {
  const read = await inScope(caller, async (tx) =>
    listConversations(tx, caller, { sealer: await sealerFor(tx, caller.corporationId), tenantId }),
  )
  return read.map((one) => one.notes)
}

/** Every table as the superuser sees it, past all policies: its rows in order, and the settings of its policies. */
async function allRows() {
  const tables = await asSuperuser<{ name: string; isForced: boolean }>(
    `SELECT relname AS name, relforcerowsecurity AS "isForced" FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  )
  const found: Record<string, unknown> = {}
  for (const { name, isForced } of tables)
    found[name] = [
      isForced,
      await asSuperuser(
        `SELECT count(*)::int AS rows, md5(string_agg(t::text, E'\n' ORDER BY t::text COLLATE "C")) AS digest FROM public.${name} t`,
      ),
    ]
  return found
}

test('all comes back in an empty database of an owner who is no superuser, and works there', async () => {
  const before = await allRows()
  const [sequence] = await asSuperuser('SELECT last_value, is_called FROM corporation_id_seq')
  await removeUpload(caller.corporationId, importId)
  await inEmptyDatabase(async (url) => {
    const restored = await restoreBackup(url, file)
    expect(restored).toMatchObject({ uploads: 1, applied: [] })
    expect(restored.rows).toBeGreaterThan(10)
    const after = await allRows()
    for (const name of Object.keys(leftOut)) delete after[name]
    const expected = Object.fromEntries(Object.entries(before).filter(([name]) => !(name in leftOut)))
    expect(after).toEqual(expected)
    expect(Object.keys(after).length).toBeGreaterThan(25)
    expect(await asSuperuser('SELECT last_value, is_called FROM corporation_id_seq')).toEqual([sequence])
    expect(await asSuperuser('SELECT FROM session')).toEqual([])
    await assertLeastPrivilege()
    expect(await notesRead()).toEqual([notes])
    expect(await signsIn()).toBe(true)
    expect(await verifyAudit(caller)).toMatchObject({ ok: true })
    expect(await verifyAudit(desk)).toEqual({ ok: true, links: 2 })
    expect(readFileSync(uploadPath(caller.corporationId, importId))).toEqual(readFileSync(listPath))
    expect((await addCorporation({ slug: 'na-de-brand', name: 'Na de brand' })).ok).toBe(true)
    await expect(restoreBackup(url, file)).rejects.toThrow('The database is not empty.')
  })
})

test('only whoever made it may read it, the master key is not in it, and it is not written over', async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const content = gunzipSync(readFileSync(file))
  const key = readFileSync(masterKeyFile(), 'utf8')
  for (const secret of [key, Buffer.from(key, 'base64'), Buffer.from(key, 'base64').toString('hex'), 'kraan jankt'])
    expect(content.includes(secret)).toBe(false)
  await expect(makeBackup(ownerUrl, file)).rejects.toThrow('is there already')
  expect(readdirSync(folder)).toEqual(['whole.backup'])
})

test('what is read is of one moment: a row that comes meanwhile is not in it', async () => {
  const slow = join(folder, 'slow.backup')
  const [made] = await Promise.all([makeBackup(ownerUrl, slow), ...Array.from({ length: 20 }, () => aTenant(caller))])
  await inEmptyDatabase(async (url) => {
    expect((await restoreBackup(url, slow)).rows).toBe(made.rows)
  })
})

test.each<[what: string, change: (content: Buffer) => Buffer, why: string]>([
  ['cut short', (packed) => packed.subarray(0, packed.length - 100), 'cut short'],
  [
    'cut short between two parts',
    (packed) => unpackedTo(packed, (all) => all.subarray(0, all.lastIndexOf('M\0\0'))),
    'its end is not there',
  ],
  [
    'damaged',
    (packed) => Buffer.concat([packed.subarray(0, -6), Buffer.from([7]), packed.subarray(-5)]),
    'cut short or damaged',
  ],
  ['changed in a row', (packed) => swapped(packed, 'Kuipers', 'Snijder'), 'was changed'],
  ['something else', () => gzipSync('A list of tenants'), 'not a backup of Rondbel'],
  ['no packed file at all', () => Buffer.from('A list of tenants'), 'cut short or damaged'],
  ['empty', () => Buffer.alloc(0), 'cut short or damaged'],
])('a file that is %s is refused before anything is changed', async (what, change, why) => {
  const changed = join(folder, `${what}.changed`)
  writeFileSync(changed, change(readFileSync(file)))
  await inEmptyDatabase(async (url) => {
    await expect(restoreBackup(url, changed)).rejects.toThrow(why)
    expect(await tablesThere()).toEqual([])
  })
})

const unpackedTo = (packed: Buffer, change: (all: Buffer) => Buffer) => gzipSync(change(gunzipSync(packed)))
const swapped = (packed: Buffer, from: string, to: string) =>
  unpackedTo(packed, (all) => Buffer.from(all.toString('latin1').replace(from, to), 'latin1'))

test('a backup of a schema that this version does not know is refused', async () => {
  await asMigrator(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('later', 'x', '99999999999999_later', now())`,
  )
  const later = join(folder, 'later.backup')
  await makeBackup(ownerUrl, later)
  await asMigrator(`DELETE FROM _prisma_migrations WHERE id = 'later'`)
  await inEmptyDatabase(async (url) => {
    await expect(restoreBackup(url, later)).rejects.toThrow('made by another version of Rondbel')
    expect(await tablesThere()).toEqual([])
  })
})

test('without the master key, or with another one, nothing is backed up and nothing restored', async () => {
  const kept = join(folder, 'kept-key')
  copyFileSync(masterKeyFile(), kept)
  await inEmptyDatabase(async (url) => {
    try {
      rmSync(masterKeyFile())
      forgetWhatWasMade()
      await expect(restoreBackup(url, file)).rejects.toThrow('The master key is not here.')
      await expect(makeBackup(ownerUrl, join(folder, 'no-key.backup'))).rejects.toThrow('The master key is gone')
      writeFileSync(masterKeyFile(), Buffer.alloc(32, 7).toString('base64'))
      await expect(restoreBackup(url, file)).rejects.toThrow('not made with the master key')
      await expect(makeBackup(ownerUrl, join(folder, 'no-key.backup'))).rejects.toThrow('is not the one')
      expect(await tablesThere()).toEqual([])
      expect(readdirSync(folder).filter((name) => name.startsWith('no-key'))).toEqual([])
    } finally {
      copyFileSync(kept, masterKeyFile())
    }
  })
})

test('a restore that fails half way leaves no row and no file', async () => {
  await inEmptyDatabase(async (url) => {
    await removeUpload(caller.corporationId, importId)
    await migrate(url)
    const [stranger] = await asSuperuser<{ id: string }>(
      `INSERT INTO agency (corporation_id, name) VALUES (1, 'Van een ander') RETURNING id`,
    )
    await expect(restoreBackup(url, file)).rejects.toThrow('What came into agency is not what was backed up')
    expect(await asSuperuser('SELECT FROM corporation UNION ALL SELECT FROM tenant')).toEqual([])
    expect(await asSuperuser(`SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity`)).toEqual(
      [],
    )
    expect(existsSync(uploadPath(caller.corporationId, importId))).toBe(false)
    await asSuperuser('DELETE FROM agency WHERE id = $1', [stranger?.id])
    expect((await restoreBackup(url, file)).uploads).toBe(1)
  })
})

test('a backup of an earlier schema is brought to the present one', async () => {
  const earlier = migrationNames().slice(0, -1)
  const [slug, old] = ['de-oude-linde', join(folder, 'earlier.backup')]
  await inEmptyDatabase(async (earlierUrl) => {
    await migrate(earlierUrl, earlier)
    await asSuperuser('INSERT INTO corporation (slug, name, sealed_key) VALUES ($1, $1, $2)', [
      slug,
      newSealedKey(slug),
    ])
    await makeBackup(earlierUrl, old)
  })
  await inEmptyDatabase(async (url) => {
    expect((await restoreBackup(url, old)).applied).toEqual(migrationNames().slice(-1))
    expect(await asSuperuser('SELECT slug FROM corporation')).toEqual([{ slug }])
  })
  await inEmptyDatabase(async (laterUrl) => {
    await migrate(laterUrl)
    await expect(restoreBackup(laterUrl, old)).rejects.toThrow('a later schema than that of the backup')
  })
})

test('an installation without a corporation is backed up and restored as it is, without a key', async () => {
  const young = join(folder, 'young.backup')
  await inEmptyDatabase(async (url) => {
    await expect(makeBackup(url, young)).rejects.toThrow('this database holds no Rondbel')
    await migrate(url)
    expect(await makeBackup(url, young)).toMatchObject({ rows: 0, uploads: 0 })
  })
  await inEmptyDatabase(async (url) => expect(await restoreBackup(url, young)).toMatchObject({ rows: 0, uploads: 0 }))
})

test('a table with rows that no policy of ours shows stops the backup', async () => {
  await asMigrator(
    `CREATE TABLE of_somebody (id int PRIMARY KEY); ALTER TABLE of_somebody ENABLE ROW LEVEL SECURITY; ALTER TABLE of_somebody FORCE ROW LEVEL SECURITY`,
  )
  await expect(makeBackup(ownerUrl, join(folder, 'hidden.backup'))).rejects.toThrow(
    'Not all rows can be seen of of_somebody',
  )
  await asMigrator('DROP TABLE of_somebody')
  expect(existsSync(join(folder, 'hidden.backup.part'))).toBe(false)
})
