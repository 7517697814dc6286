import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Account, Membership } from '#prisma/generated/client.ts'
import type { Role } from './roles.ts'

export type Colleague = Pick<Account, 'name'> & Pick<Membership, 'accountId'> & { role: Role }

/** Everybody who works for the corporation now, by name. */
export function listColleagues(tx: Tx, { corporationId }: CorporationScope): Promise<Colleague[]> {
  return tx.sql<Colleague>(sql`
    SELECT a.id AS "accountId", a.name, m.role FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.corporation_id = ${corporationId}::int AND m.ended_at IS NULL AND a.ended_at IS NULL
    ORDER BY a.name, a.id`)
}
