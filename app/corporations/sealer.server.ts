import { randomBytes } from 'node:crypto'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { openBytes, type SealedColumn, sealBytes, sealContext } from '#app/core/seal.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { Corporation } from '#prisma/generated/client.ts'
import { masterKey } from './master-key.server.ts'

type Column = Omit<SealedColumn, 'owner'>

/** Seals and opens free text with a key of a corporation's or a desk's own. */
export type Sealer = {
  seal(column: Column, text: string): Uint8Array<ArrayBuffer>
  /** Throws when the value was moved from another row, column or owner, or changed. */
  open(column: Column, sealed: Uint8Array): string
}

const keys = () => processSingleton('data-keys', () => new Map<number, Buffer>())

export async function sealerFor(tx: SqlRunner, corporationId: number): Promise<Sealer> {
  return sealerWith(keys().get(corporationId) ?? (await readKey(tx, corporationId)), corporationId)
}

export const sealerWith = (key: Buffer, owner: SealedColumn['owner']): Sealer => ({
  seal: (column, text) => new Uint8Array(sealBytes(key, Buffer.from(text), sealContext({ ...column, owner }))),
  open: (column, sealed) => openBytes(key, Buffer.from(sealed), sealContext({ ...column, owner })).toString(),
})

async function readKey(tx: SqlRunner, corporationId: number) {
  const [row] = await tx.sql<Pick<Corporation, 'slug' | 'sealedKey'>>(
    sql`SELECT slug, sealed_key AS "sealedKey" FROM corporation WHERE id = ${corporationId}::int`,
  )
  if (!row) throw new Error('There is no such corporation in this scope.')
  const key = openKey(masterKey(), row)
  keys().set(corporationId, key)
  return key
}

/** Throws when the master key is another one than that which sealed it. */
export const openKey = (master: Buffer, { slug, sealedKey }: Pick<Corporation, 'slug' | 'sealedKey'>) =>
  openBytes(master, Buffer.from(sealedKey), keyContext(slug))

/** A new data key, wrapped by the master key. */
export const newSealedKey = (slug: string) => new Uint8Array(sealBytes(masterKey(), randomBytes(32), keyContext(slug)))

const keyContext = (slug: string) => `corporation.sealed_key:${slug}`
