import { randomBytes } from 'node:crypto'
import { type DeskScope, inScope } from '#app/core/scope.server.ts'
import { openBytes, sealBytes } from '#app/core/seal.server.ts'
import { sql } from '#app/core/sql.ts'
import { masterKey } from '#app/corporations/master-key.server.ts'
import { type Sealer, sealerWith } from '#app/corporations/sealer.server.ts'

type DeskKey = { deskId: number; slug: string; sealedKey: Uint8Array }

/** Seals and opens what belongs to the desk. Works in a transaction of its own: a desk of an earlier version gets its key now. */
export async function sealerOfDesk(scope: DeskScope): Promise<Sealer> {
  const row = await inScope(scope, async (tx) => {
    const [desk] = await tx.sql<{ slug: string; sealedKey: Uint8Array | null }>(sql`
      SELECT slug, sealed_key AS "sealedKey" FROM desk WHERE id = ${scope.deskId}::int FOR NO KEY UPDATE`)
    if (!desk) throw new Error('There is no such desk in this scope.')
    if (desk.sealedKey) return { slug: desk.slug, sealedKey: desk.sealedKey }
    const sealedKey = newDeskKey(desk.slug)
    await tx.sql(sql`UPDATE desk SET sealed_key = ${sealedKey}::bytea WHERE id = ${scope.deskId}::int`)
    return { slug: desk.slug, sealedKey }
  })
  return openDeskSealer({ deskId: scope.deskId, ...row })
}

/** The same of a key that was read already. Throws when the master key is another one than that which sealed it. */
export const openDeskSealer = ({ deskId, slug, sealedKey }: DeskKey): Sealer =>
  sealerWith(openBytes(masterKey(), Buffer.from(sealedKey), keyContext(slug)), `desk ${deskId}`)

export const newDeskKey = (slug: string) => new Uint8Array(sealBytes(masterKey(), randomBytes(32), keyContext(slug)))

const keyContext = (slug: string) => `desk.sealed_key:${slug}`
