import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { makeUploadPath } from '#app/tenant-lists/upload-files.server.ts'
import {
  type BackedUpTable,
  backedUpTables,
  copyOut,
  sameTextEverywhere,
  seeEverything,
} from './backed-up-tables.server.ts'
import { UnusableBackup } from './backup-frames.server.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { type ReadEntry, readBackup } from './read-backup.server.ts'
import { tableDigest } from './table-digest.server.ts'

/**
 * Puts all of a backup into the empty tables of its own schema, in one transaction: all of it, read back and compared, or
 * nothing. The files of lists come with it. Throws UnusableBackup when what is in the tables is not what was backed up.
 */
export async function loadBackup(client: pg.Client, path: string, manifest: BackupManifest) {
  const files: string[] = []
  await client.query(sameTextEverywhere)
  await client.query('BEGIN')
  try {
    const tables = await backedUpTables(client)
    await forceOwner(client, tables, false)
    await readBackup(path, (read) => takeEntry(client, read, { tables, files }))
    for (const { name, lastValue, isCalled } of manifest.sequences)
      await client.query('SELECT setval($1::regclass, $2::bigint, $3::boolean)', [
        `public.${name}`,
        lastValue,
        isCalled,
      ])
    await forceOwner(client, tables, true)
    await compare(client, tables, manifest)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    for (const file of files.flatMap((path) => [path, `${path}.part`])) await rm(file, { force: true })
    throw error
  }
}

/**
 * PostgreSQL copies into no table whose policies hold for who copies: for this transaction they do not hold for the owner.
 * Nobody else gets to see it so.
 */
async function forceOwner(client: pg.Client, tables: readonly BackedUpTable[], isForced: boolean) {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND relname = ANY ($1::text[])`,
    [tables.map(({ name }) => name)],
  )
  for (const { name } of rows)
    await client.query(
      `ALTER TABLE public.${client.escapeIdentifier(name)} ${isForced ? '' : 'NO '}FORCE ROW LEVEL SECURITY`,
    )
}

type Places = { tables: readonly BackedUpTable[]; files: string[] }

async function takeEntry(client: pg.Client, { entry, content }: ReadEntry, { tables, files }: Places) {
  if (entry.kind === 'upload') {
    const path = await makeUploadPath(entry.corporationId, entry.importId)
    files.push(path)
    return writeWhole(path, content)
  }
  const table = tables.find(({ name }) => name === entry.name)
  if (!table) throw new UnusableBackup(`The schema of the backup has no table ${entry.name}.`)
  const copy = client.query(copyFrom(`COPY public.${table.name} (${table.columns}) FROM STDIN`))
  await pipeline(Readable.from(content), copy)
}

async function writeWhole(path: string, content: AsyncIterable<Buffer>) {
  const part = `${path}.part`
  await pipeline(Readable.from(content), createWriteStream(part, { mode: 0o600, flush: true }))
  await rename(part, path)
}

/** Reads every table as a backup would and compares it with what the backup says. */
async function compare(client: pg.Client, tables: readonly BackedUpTable[], manifest: BackupManifest) {
  await seeEverything(client)
  const found: BackupManifest['tables'] = []
  for (const table of tables) {
    const digest = tableDigest()
    for await (const chunk of copyOut(client, table)) digest.add(chunk)
    found.push({ name: table.name, ...digest.end() })
  }
  const different = found.filter(
    ({ name, sha256 }) => manifest.tables.find((one) => one.name === name)?.sha256 !== sha256,
  )
  if (different.length > 0)
    throw new UnusableBackup(
      `What came into ${different.map(({ name }) => name).join(', ')} is not what was backed up; nothing stays.`,
    )
}
