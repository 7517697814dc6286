import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { inScopeSql, type Place, type Scope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { KeptPaper } from './kept-papers.ts'

export type PaperRow = { corporationId: number; name: string; hash: string; madeAt: Date; pages: number }

/** The papers of the corporations that a desk answers for, by name; one that has none yet is not among them. */
export const listPapers = (actor: DeskActor): Promise<PaperRow[]> =>
  inScopeSql(actor, (tx) =>
    tx.sql<PaperRow>(sql`
      SELECT c.id AS "corporationId", c.name, p.hash, p.made_at AS "madeAt", p.pages
      FROM protocol_paper p JOIN corporation c ON c.id = p.corporation_id
      WHERE p.corporation_id = ANY(${[...actor.corporationIds]}::int[]) ORDER BY c.name, c.id`),
  )

/** What a browser compares with what it has. */
export const keepable = ({ madeAt, pages: _, ...paper }: PaperRow): KeptPaper => ({
  ...paper,
  madeAt: madeAt.toISOString(),
})

/** The paper of one corporation in the scope; null when there is none yet. */
export const findPaper = (scope: Scope & Pick<Place, 'corporationId'>): Promise<Uint8Array | null> =>
  inScopeSql(scope, (tx) => readPdf(tx, scope.corporationId))

async function readPdf(tx: SqlRunner, corporationId: number): Promise<Uint8Array | null> {
  const [found] = await tx.sql<{ pdf: Uint8Array }>(
    sql`SELECT pdf FROM protocol_paper WHERE corporation_id = ${corporationId}::int`,
  )
  return found?.pdf ?? null
}
