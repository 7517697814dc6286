import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { CannotStart } from '#app/core/cannot-start.ts'
import { refuseWrongKey } from '#app/corporations/assert-master-key.server.ts'
import { uploadPath } from '#app/tenant-lists/upload-files.server.ts'
import { backedUpTables, copyOut, sameTextEverywhere, seeEverything } from './backed-up-tables.server.ts'
import { framesOf, jsonFrame } from './backup-frames.server.ts'
import type { BackupEntry, BackupHead, BackupManifest } from './backup-manifest.ts'
import { rondbelVersion } from './rondbel-version.ts'
import { signatureOf, type Unsigned } from './sign-backup.server.ts'
import { tableDigest } from './table-digest.server.ts'

/** What came into the file. */
export type MadeBackup = Pick<BackupHead, 'madeAt'> & { rows: number; uploads: number }

/**
 * Writes all that Rondbel keeps into a new file that its owner alone may read: whole, or not at all. The master key is
 * not in it. `ownerUrl` signs in the owner of the database, who needs to be no superuser. Throws CannotStart when the file
 * is there already or has no folder, or the database or its key is not as it should be.
 */
export async function makeBackup(ownerUrl: string, path: string): Promise<MadeBackup> {
  if (existsSync(path))
    throw new CannotStart(`${path} is there already, and a backup is not written over another file.`)
  const part = `${path}.part`
  const file = await open(part, 'wx', 0o600).catch((error) => {
    if (error.code === 'ENOENT') throw new CannotStart(`There is no folder ${dirname(path)} to put the backup in.`)
    if (error.code !== 'EEXIST') throw error
    throw new CannotStart(`${part} is there: another backup is being made, or one was cut off. Take it away first.`)
  })
  try {
    const made = await inSnapshot(ownerUrl, (client) => writeAll(client, file))
    await onDisk(part)
    await rename(part, path)
    await onDisk(dirname(path))
    return made
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

/** Waits until a file, or the names in a folder, would outlive a power cut. */
async function onDisk(path: string) {
  const opened = await open(path, 'r')
  await opened.sync().finally(() => opened.close())
}

/** All that is read is as it was in one moment, and nobody who works meanwhile waits for it. */
async function inSnapshot<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'rondbel backup' })
  // A connection that breaks fails whoever asks; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(sameTextEverywhere)
    const { rows } = await client.query(`SELECT to_regclass('public._prisma_migrations') AS made`)
    if (rows[0]?.made === null) throw new CannotStart('There is nothing to back up: this database holds no Rondbel.')
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await seeEverything(client)
    return await work(client)
  } finally {
    await client.end()
  }
}

async function writeAll(client: pg.Client, file: FileHandle): Promise<MadeBackup> {
  const key = refuseWrongKey(
    (
      await client.query<{ slug: string; sealedKey: Uint8Array<ArrayBuffer> }>(
        'SELECT slug, sealed_key AS "sealedKey" FROM corporation',
      )
    ).rows,
  )
  const head = await headOf(client)
  const made: MadeBackup = { madeAt: head.madeAt, rows: 0, uploads: 0 }
  // Gzip's middle levels take twice as long for a tenth less.
  const gzip = createGzip({ level: 3 })
  await pipeline(Readable.from(allFrames(client, { head, key, made })), gzip, file.createWriteStream())
  return made
}

type Whole = { head: BackupHead; key: Buffer | null; made: MadeBackup }
type Found = Pick<BackupManifest, 'tables' | 'uploads'>

async function* allFrames(client: pg.Client, { head, key, made }: Whole): AsyncGenerator<Buffer> {
  const digest = createHash('sha256')
  const found: Found = { tables: [], uploads: 0 }
  for await (const bytes of contentFrames(client, head, found)) {
    digest.update(bytes)
    yield bytes
  }
  made.rows = found.tables.reduce((sum, { rows }) => sum + rows, 0)
  made.uploads = found.uploads
  const ends = {
    sequences: await sequencesOf(client),
    auditHeads: await auditHeadsOf(client),
    deskHeads: await deskHeadsOf(client),
  }
  const manifest: Unsigned = { sha256: digest.digest('hex'), ...found, ...ends }
  yield* jsonFrame('manifest', { ...manifest, signature: key && signatureOf(key, manifest) })
}

async function* contentFrames(client: pg.Client, head: BackupHead, found: Found): AsyncGenerator<Buffer> {
  yield* jsonFrame('head', head)
  for (const table of await backedUpTables(client)) {
    const digest = tableDigest()
    yield* entryFrame({ kind: 'table', name: table.name })
    for await (const chunk of copyOut(client, table)) {
      digest.add(chunk)
      yield* framesOf('bytes', chunk)
    }
    found.tables.push({ name: table.name, ...digest.end() })
  }
  for (const upload of await uploadsOf(client)) {
    const file = await openUpload(upload)
    if (!file) continue
    found.uploads++
    yield* entryFrame({ kind: 'upload', ...upload })
    for await (const chunk of file.createReadStream()) yield* framesOf('bytes', chunk)
  }
}

const entryFrame = (entry: BackupEntry) => jsonFrame('entry', entry)

type Upload = { corporationId: number; importId: string }

async function uploadsOf(client: pg.Client): Promise<Upload[]> {
  const { rows } = await client.query<Upload>(
    'SELECT corporation_id AS "corporationId", id::text AS "importId" FROM tenant_import ORDER BY 1, 2',
  )
  return rows
}

/** The files of lists go after two weeks: null when this one is gone. */
async function openUpload({ corporationId, importId }: Upload): Promise<FileHandle | null> {
  return open(uploadPath(corporationId, importId)).catch((error) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

async function headOf(client: pg.Client): Promise<BackupHead> {
  const { rows } = await client.query<BackupHead['migrations'][number]>(
    'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  )
  return { format: 1, rondbel: rondbelVersion(), madeAt: new Date().toISOString(), migrations: rows }
}

/** They may be ahead of the rows, never behind. */
async function sequencesOf(client: pg.Client): Promise<BackupManifest['sequences']> {
  const { rows: names } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
       AND relowner = (SELECT relowner FROM pg_class WHERE oid = 'public._prisma_migrations'::regclass) ORDER BY 1`,
  )
  const sequences: BackupManifest['sequences'] = []
  for (const { name } of names) {
    const { rows } = await client.query(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM public.${client.escapeIdentifier(name)}`,
    )
    sequences.push({ name, ...rows[0] })
  }
  return sequences
}

async function auditHeadsOf(client: pg.Client): Promise<BackupManifest['auditHeads']> {
  const { rows } = await client.query<BackupManifest['auditHeads'][number]>(
    `SELECT c.id AS "corporationId", coalesce(max(l.seq), 0)::int AS links FROM corporation c
     LEFT JOIN audit_link l ON l.corporation_id = c.id GROUP BY c.id ORDER BY c.id`,
  )
  return rows
}

async function deskHeadsOf(client: pg.Client): Promise<BackupManifest['deskHeads']> {
  const { rows } = await client.query<{ deskId: number; links: number }>(
    `SELECT d.id AS "deskId", coalesce(max(l.seq), 0)::int AS links FROM desk d
     LEFT JOIN desk_link l ON l.desk_id = d.id GROUP BY d.id ORDER BY d.id`,
  )
  return rows
}
