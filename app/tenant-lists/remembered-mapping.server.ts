import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { InspectedList } from '#imports/inspect-list.ts'
import { headerFingerprint, reuseMapping } from '#imports/mapping.ts'
import { type Mapping, mappingSchema } from '#imports/mapping-schema.ts'
import { headerOfRejects } from './reject-file.ts'

/**
 * The mapping somebody confirmed for this header, over the encoding and delimiter this file happens to have; for
 * rejected rows that were mended, that of the list they come from.
 */
export async function rememberedMapping(
  tx: SqlRunner,
  corporationId: number,
  { fingerprint, header, mapping }: InspectedList,
): Promise<Mapping | null> {
  const remembered = await findRemembered(tx, corporationId, fingerprint)
  if (remembered) return reuseMapping(remembered, mapping)
  const own = headerOfRejects(header)
  const mended = own && (await findRemembered(tx, corporationId, headerFingerprint(own)))
  if (!mended) return null
  const added = header.slice(own.length).map((name) => ({ header: name, field: null }))
  return reuseMapping({ ...mended, columns: [...mended.columns, ...added] }, mapping)
}

async function findRemembered(tx: SqlRunner, corporationId: number, fingerprint: string): Promise<Mapping | null> {
  const [kept] = await tx.sql<{ mapping: unknown }>(sql`
    SELECT mapping FROM list_mapping WHERE corporation_id = ${corporationId}::int AND header_fingerprint = ${fingerprint}`)
  const remembered = mappingSchema.safeParse(kept?.mapping)
  return remembered.success ? remembered.data : null
}

export async function rememberMapping(
  tx: SqlRunner,
  { corporationId, accountId }: CorporationScope,
  { fingerprint, mapping }: { fingerprint: string; mapping: Mapping },
) {
  await tx.sql(sql`
    INSERT INTO list_mapping (corporation_id, header_fingerprint, mapping, confirmed_by)
    VALUES (${corporationId}::int, ${fingerprint}, ${JSON.stringify(mapping)}::jsonb, ${accountId}::uuid)
    ON CONFLICT (corporation_id, header_fingerprint) DO UPDATE SET mapping = EXCLUDED.mapping, confirmed_by = EXCLUDED.confirmed_by, confirmed_at = now()`)
}
