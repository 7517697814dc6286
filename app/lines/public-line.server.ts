import { recordAudit } from '#app/audit/record-audit.server.ts'
import { env } from '#app/core/env.server.ts'
import { type CorporationScope, type GuestScope, inScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { type Line, listLines } from './lines.server.ts'

type Published = Pick<Line, 'corporationId' | 'publicToken'>

/** Where everybody can open the page of a line; null when it has none. */
export const publicAddress = ({ corporationId, publicToken }: Published): string | null =>
  publicToken && new URL(`/b/${corporationId}-${publicToken}`, env().publicUrl).href

/** Gives a line its page for everybody, or takes it away; the next one has another address. */
export function publishLine(scope: CorporationScope, lineId: string, isPublic: boolean): Promise<void> {
  return inScope(scope, async (tx) => {
    const changed = await tx.sql(sql`
      UPDATE phone_line SET public_token = CASE WHEN ${isPublic}::boolean THEN gen_random_uuid() END
      WHERE corporation_id = ${scope.corporationId}::int AND id = ${lineId}::uuid AND (public_token IS NULL) = ${isPublic}::boolean
      RETURNING 1`)
    if (changed.length === 0) return
    const action = isPublic ? 'line:published' : 'line:unpublished'
    await recordAudit(tx, scope, { action, subject: 'line', subjectId: lineId })
  })
}

type Owner = { name: string; timeZone: string; language: string }
export type PublicLine = { scope: GuestScope; line: Line; corporation: Owner }

/** The line of such an address, with the scope in which whoever opened it may ask more; null when it is none of ours. */
export async function publicLine(address: string): Promise<PublicLine | null> {
  const [, corporation = '', subject = ''] = address.match(/^([1-9]\d{0,8})-(.+)$/) ?? []
  if (!corporation || !isUuid(subject)) return null
  const scope: GuestScope = { as: 'guest', corporationId: Number(corporation), subject: subject.toLowerCase() }
  return inScope(scope, async (tx) => {
    const [line] = await listLines(tx, [scope.corporationId])
    const [owner] = await tx.sql<Owner>(sql`SELECT name, time_zone AS "timeZone", language FROM corporation`)
    return line && owner ? { scope, line, corporation: owner } : null
  })
}
