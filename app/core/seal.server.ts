import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const version = 1
const ivLength = 12
const tagLength = 16

/** Where a sealed value stands: moved to another row, column, corporation or desk it no longer opens. */
export type SealedColumn = { table: string; column: string; owner: number | `desk ${number}`; rowId: string }

/** AES-256-GCM: version byte, IV, tag, ciphertext. */
export function sealBytes(key: Buffer, plain: Buffer, context: string): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([version]), iv, cipher.getAuthTag(), body])
}

/** Throws when the key, the place or a single bit is not right. */
export function openBytes(key: Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== version) throw new Error('This value was sealed by a version that is not known here.')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + ivLength))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(1 + ivLength, 1 + ivLength + tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(1 + ivLength + tagLength)), decipher.final()])
}

export const sealContext = ({ table, column, owner, rowId }: SealedColumn) => `${table}.${column}:${owner}:${rowId}`
