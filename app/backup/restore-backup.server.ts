import pg from 'pg'
import { verifyAudit } from '#app/audit/audit-chain.server.ts'
import { CannotStart } from '#app/core/cannot-start.ts'
import { signInAsLogins } from '#app/core/database-logins.server.ts'
import { type CorporationScope, type DeskScope, systemDeskScope, systemScope } from '#app/core/scope.server.ts'
import { assertMasterKey } from '#app/corporations/assert-master-key.server.ts'
import { masterKeyFile, standingKey } from '#app/corporations/master-key.server.ts'
import { migrate } from '#prisma/migrate.ts'
import { migrationNames, readMigration } from '#prisma/migration-files.ts'
import { UnusableBackup } from './backup-frames.server.ts'
import type { BackupHead, BackupManifest } from './backup-manifest.ts'
import { loadBackup } from './load-backup.server.ts'
import { checkBackup } from './read-backup.server.ts'
import { isSignedWith } from './sign-backup.server.ts'

export type Restored = Pick<BackupHead, 'madeAt'> & {
  rows: number
  uploads: number
  /** Migrations that the backup did not have yet. */
  applied: string[]
}

/**
 * Puts a backup into an empty database, with the roles and logins it needs, and brings it to the schema of this version.
 * All is looked at before anything is changed, and the rows come in one transaction. Throws UnusableBackup or CannotStart
 * with one sentence for whoever asked.
 */
export async function restoreBackup(ownerUrl: string, path: string): Promise<Restored> {
  const { head, manifest } = await checkBackup(path)
  refuseNewer(head)
  refuseForeign(manifest)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'rondbel restore' })
  // A connection that breaks fails whoever asks; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    await refuseFilled(client, head)
    await migrate(
      ownerUrl,
      head.migrations.map(({ name }) => name),
    )
    await loadBackup(client, path, manifest)
    await client.query('ANALYZE')
  } finally {
    await client.end()
  }
  const applied = await migrate(ownerUrl)
  await signInAsLogins(ownerUrl)
  await assertMasterKey()
  await verifyChains(manifest)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return { madeAt: head.madeAt, rows, uploads: manifest.uploads, applied }
}

function refuseNewer({ rondbel, migrations }: BackupHead) {
  const known = new Set(migrationNames())
  const isKnown = ({ name, checksum }: BackupHead['migrations'][number]) =>
    known.has(name) && readMigration(name).checksum === checksum
  if (migrations.length > 0 && migrations.every(isKnown)) return
  throw new UnusableBackup(
    `The backup was made by another version of Rondbel (${rondbel}), whose schema this one does not know. Restore it with that version or a later one.`,
  )
}

/** The key must be here before the rows are: they would be there and could not be read. */
function refuseForeign(manifest: BackupManifest) {
  const corporations = manifest.tables.find(({ name }) => name === 'corporation')?.rows ?? 0
  if (corporations === 0 && manifest.signature === null) return
  const key = standingKey()
  if (!key)
    throw new UnusableBackup(
      `The master key is not here. Put the one that was kept in ${masterKeyFile()}, or set MASTER_KEY.`,
    )
  if (!isSignedWith(key, manifest))
    throw new UnusableBackup(
      'The backup was not made with the master key that is here, or somebody changed it. Set the key that was kept.',
    )
}

async function refuseFilled(client: pg.Client, { migrations }: BackupHead) {
  const { rows: made } = await client.query(`SELECT to_regclass('public._prisma_migrations') AS made`)
  if (made[0]?.made === null) return
  const { rows: newer } = await client.query(
    'SELECT FROM _prisma_migrations WHERE migration_name <> ALL ($1::text[])',
    [migrations.map(({ name }) => name)],
  )
  if (newer.length > 0)
    throw new CannotStart(
      'The database has been brought to a later schema than that of the backup. Restore into an empty one.',
    )
  // Without the table of corporations there are no rows at all: nothing was migrated but the list of migrations.
  await client.query(`SELECT set_config('app.before_sign_in', 'yes', false)`)
  const { rows: tables } = await client.query(`SELECT to_regclass('public.corporation') AS made`)
  if (tables[0]?.made === null) return
  const { rows: full } = await client.query<{ is: boolean }>(
    'SELECT EXISTS (SELECT FROM corporation) OR EXISTS (SELECT FROM account) AS is',
  )
  if (full[0]?.is)
    throw new CannotStart('The database is not empty. Restore into an empty one; nothing has been changed.')
}

async function verifyChains({ auditHeads, deskHeads = [] }: BackupManifest) {
  for (const { corporationId, links } of auditHeads)
    await verifyChain(`corporation ${corporationId}`, systemScope(corporationId), links)
  for (const { deskId, links } of deskHeads) await verifyChain(`desk ${deskId}`, systemDeskScope(deskId), links)
}

async function verifyChain(whose: string, scope: CorporationScope | DeskScope, links: number) {
  const chain = await verifyAudit(scope)
  if (chain.ok && chain.links === links) return
  throw new UnusableBackup(
    `All is restored as it was backed up, but the audit log of ${whose} was broken by then${chain.ok ? '' : ` at link ${chain.brokenAt}`}.`,
  )
}
