import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The first words of a backup: by whom and when it was made, and of what schema. */
export const backupHead = z.object({
  format: z.literal(1),
  rondbel: z.string(),
  /** An instant, ISO 8601 in UTC: all rows are as they were then. */
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
})
export type BackupHead = z.output<typeof backupHead>

/** What the bytes that follow are. */
export const backupEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('table'), name: z.string() }),
  z.object({ kind: z.literal('upload'), corporationId: z.int().positive(), importId: z.uuid() }),
])
export type BackupEntry = z.output<typeof backupEntry>

/** The last words: what must have been read before them. */
export const backupManifest = z.object({
  /** Of all that stands before. */
  sha256,
  tables: z.array(z.object({ name: z.string(), rows: z.int(), sha256 })),
  uploads: z.int(),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  /** Where the audit chain of each corporation ended. */
  auditHeads: z.array(z.object({ corporationId: z.int().positive(), links: z.int() })),
  /** Where that of each desk ended; backups of earlier versions have none. */
  deskHeads: z.array(z.object({ deskId: z.int().positive(), links: z.int() })).optional(),
  /** Made with the master key, so that a file made by others is not taken; null while there is no corporation. */
  signature: sha256.nullable(),
})
export type BackupManifest = z.output<typeof backupManifest>
