import { beforeSignInAtOnce, type CorporationScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Account, Corporation, Membership } from '#prisma/generated/client.ts'
import type { Role } from './roles.ts'

export type Colleague = Pick<Account, 'name'> & Pick<Membership, 'accountId'> & { role: Role }

/** Everybody who works for the corporation now, by name. */
export function listColleagues(tx: Tx, { corporationId }: CorporationScope): Promise<Colleague[]> {
  return tx.sql<Colleague>(sql`
    SELECT a.id AS "accountId", a.name, m.role FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.corporation_id = ${corporationId}::int AND m.ended_at IS NULL AND a.ended_at IS NULL
    ORDER BY a.name, a.id`)
}

/** The corporations somebody works for, by name. The present scope holds only one of them, so this asks as before sign-in. */
export function listOwnCorporations({ accountId }: { accountId: string }): Promise<Pick<Corporation, 'id' | 'name'>[]> {
  return beforeSignInAtOnce({
    name: 'own-corporations',
    text: `SELECT c.id, c.name FROM membership m JOIN corporation c ON c.id = m.corporation_id
      WHERE m.account_id = $1::uuid AND m.ended_at IS NULL ORDER BY c.name`,
    values: [accountId],
  })
}
