import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, type DeskScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Invitation } from '#prisma/generated/client.ts'
import { tablesOf } from './enlist.server.ts'
import { type InvitationLink, inviteIn } from './invitations.server.ts'
import type { DeskRole, Role } from './roles.ts'

type Scope = CorporationScope | DeskScope
export type OpenInvitationRow = Pick<Invitation, 'id' | 'name' | 'email' | 'expiresAt'> & { role: Role | DeskRole }

/** Sent and not used; those that have run out too, until a new one is sent or a month has passed. */
export function listOpenInvitations(tx: Tx, scope: Scope): Promise<OpenInvitationRow[]> {
  const { invitations, key, id } = tablesOf(scope)
  return tx.sql(sql`
    SELECT id, name, email, role, expires_at AS "expiresAt" FROM ${invitations.table}
    WHERE ${key} = ${id}::int AND used_at IS NULL AND created_at > now() - interval '30 days' ORDER BY expires_at, id LIMIT 200`)
}

/** Its link opens nothing any more; null when it was used or withdrawn before. */
export const withdrawInvitation = (scope: Scope, invitationId: string, now: Date) =>
  inScope(scope, (tx) => withdrawIn(tx, scope, { invitationId, now }))

async function withdrawIn(tx: Tx, scope: Scope, { invitationId, now }: { invitationId: string; now: Date }) {
  const { invitations, key, id } = tablesOf(scope)
  const [row] = await tx.sql<Omit<OpenInvitationRow, 'expiresAt'>>(sql`
    UPDATE ${invitations.table} SET used_at = ${now}::timestamptz
    WHERE ${key} = ${id}::int AND id = ${invitationId}::uuid AND used_at IS NULL RETURNING id, name, email, role`)
  if (!row) return null
  await recordAudit(tx, scope, { action: 'invitation:withdrawn', subject: 'invitation', subjectId: row.id })
  return row
}

export type Renewed = InvitationLink & { name: string; email: string }

/** Another link for the same person, in place of the one that was sent. */
export function renewInvitation(
  scope: Scope & { accountId: string },
  invitationId: string,
  now: Date,
): Promise<Renewed | null> {
  return inScope(scope, async (tx) => {
    const before = await withdrawIn(tx, scope, { invitationId, now })
    if (!before) return null
    const { name, email, role } = before
    return { name, email, ...(await inviteIn(tx, scope, { name, email, role, now })) }
  })
}
