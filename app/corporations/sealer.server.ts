import { randomBytes } from 'node:crypto'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { openBytes, sealBytes, sealContext } from '#app/core/seal.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { Corporation } from '#prisma/generated/client.ts'
import { masterKey } from './master-key.server.ts'

type SealedColumn = { table: string; column: string; rowId: string }

/** Seals and opens free text about tenants with the corporation's own key. */
export type Sealer = {
  seal(column: SealedColumn, text: string): Uint8Array<ArrayBuffer>
  /** Throws when the value was moved from another row, column or corporation, or changed. */
  open(column: SealedColumn, sealed: Uint8Array): string
}

const keys = () => processSingleton('data-keys', () => new Map<number, Buffer>())

export async function sealerFor(tx: SqlRunner, corporationId: number): Promise<Sealer> {
  const key = keys().get(corporationId) ?? (await readKey(tx, corporationId))
  return {
    seal: (column, text) =>
      new Uint8Array(sealBytes(key, Buffer.from(text), sealContext({ ...column, corporationId }))),
    open: (column, sealed) => openBytes(key, Buffer.from(sealed), sealContext({ ...column, corporationId })).toString(),
  }
}

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
