import type { Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { WorkPlace } from './place-value.ts'
import type { DeskRole, Role } from './roles.ts'

/** Where the people of a place stand, and whoever is invited there: a corporation's and a desk's are alike and apart. */
export const tablesOf = (place: WorkPlace) =>
  place.as === 'member'
    ? {
        members: { table: sql`membership` },
        invitations: { table: sql`invitation` },
        key: sql`corporation_id`,
        id: place.corporationId,
      }
    : {
        members: { table: sql`desk_member` },
        invitations: { table: sql`desk_invitation` },
        key: sql`desk_id`,
        id: place.deskId,
      }

/** Gives somebody a role at a place. False when they have one there already: they keep it. */
export async function enlist(
  tx: Tx,
  place: WorkPlace,
  { accountId, role }: { accountId: string; role: Role | DeskRole },
) {
  const { members, key, id } = tablesOf(place)
  const enlisted = await tx.sql(sql`
    INSERT INTO ${members.table} AS m (${key}, account_id, role) VALUES (${id}::int, ${accountId}::uuid, ${role})
    ON CONFLICT (${key}, account_id) DO UPDATE SET role = excluded.role, ended_at = NULL WHERE m.ended_at IS NOT NULL RETURNING 1`)
  return enlisted.length > 0
}
