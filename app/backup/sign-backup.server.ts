import { createHmac, timingSafeEqual } from 'node:crypto'
import type { BackupHead, BackupManifest } from './backup-manifest.ts'

export type Unsigned = Omit<BackupManifest, 'signature'>

/** The head is in it by the digest of all that stands before. */
export function signatureOf(masterKey: Buffer, { deskHeads, ...manifest }: Unsigned): string {
  const { sha256, tables, uploads, sequences, auditHeads } = manifest
  const signed = JSON.stringify([sha256, tables, uploads, sequences, auditHeads, ...(deskHeads ? [deskHeads] : [])])
  return createHmac('sha256', masterKey).update('rondbel backup 1\n').update(signed).digest('hex')
}

export const isSignedWith = (masterKey: Buffer, { signature, ...rest }: BackupManifest): boolean =>
  signature !== null && timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(masterKey, rest)))

/** What a backup says that was read to its end, everything in it as it was written. */
export type WholeBackup = { head: BackupHead; manifest: BackupManifest }
