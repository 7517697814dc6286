import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publishSessionsChanged } from '#app/core/live.server.ts'
import { type DeskScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Account, DeskMember as Row } from '#prisma/generated/client.ts'
import { type AddedAccount, addPerson, newAccountSchema } from './accounts.server.ts'
import { closeInvitations } from './invitations.server.ts'
import { type DeskRole, deskRoles } from './roles.ts'

export const newDeskMemberSchema = newAccountSchema.extend({ role: z.enum(deskRoles, 'role') })

/** Adds somebody to a desk, with a password when they have no account yet. */
export const addDeskMember = (scope: DeskScope, input: z.input<typeof newDeskMemberSchema>): Promise<AddedAccount> =>
  addPerson(scope, newDeskMemberSchema.parse(input), [])

export type DeskMember = Pick<Account, 'name' | 'email'> & Pick<Row, 'accountId' | 'extension'> & { role: DeskRole }

/** Everybody who works for the desk now, by name. */
export const listDeskMembers = (tx: Tx, { deskId }: DeskScope): Promise<DeskMember[]> =>
  tx.sql<DeskMember>(sql`
    SELECT a.id AS "accountId", a.name, a.email, m.role, m.extension FROM desk_member m JOIN account a ON a.id = m.account_id
    WHERE m.desk_id = ${deskId}::int AND m.ended_at IS NULL AND a.ended_at IS NULL ORDER BY a.name, a.id`)

export type DeskMemberChange = { ok: true } | { ok: false; reason: 'not-found' | 'last-administrator' }

/** Another role at the desk, or none: no role ends what they have open there. Somebody always looks after the desk. */
export function changeDeskMember(
  scope: DeskScope,
  accountId: string,
  { role, now }: { role: DeskRole | null; now: Date },
): Promise<DeskMemberChange> {
  const { deskId } = scope
  return inScope(scope, async (tx): Promise<DeskMemberChange> => {
    const members = await lockDeskMembers(tx, scope)
    const changed = members.find((member) => member.accountId === accountId)
    if (!changed) return { ok: false, reason: 'not-found' }
    const left = members.filter((member) => member.role === 'desk-administrator' && member.accountId !== accountId)
    if (role !== 'desk-administrator' && left.length === 0) return { ok: false, reason: 'last-administrator' }
    await tx.sql(sql`
      UPDATE desk_member SET role = coalesce(${role}, role), ended_at = ${role ? null : now}::timestamptz,
        extension = CASE WHEN ${role}::text IS NOT NULL THEN extension END
      WHERE desk_id = ${deskId}::int AND account_id = ${accountId}::uuid`)
    await closeInvitations(tx, scope, { email: changed.email, now })
    await publishSessionsChanged(tx, accountId)
    await recordAudit(tx, scope, {
      action: role ? 'account:role-changed' : 'account:ended',
      subject: 'account',
      subjectId: accountId,
      details: role ? { role } : {},
    })
    return { ok: true }
  })
}

/** All of them, in one order: two who end each other at once cannot both succeed. */
async function lockDeskMembers(tx: Tx, scope: DeskScope): Promise<DeskMember[]> {
  await tx.sql(sql`
    SELECT FROM desk_member WHERE desk_id = ${scope.deskId}::int AND ended_at IS NULL ORDER BY account_id FOR NO KEY UPDATE`)
  return listDeskMembers(tx, scope)
}

export const extensionSchema = z.object({
  extension: z
    .string()
    .trim()
    .regex(/^[a-z0-9]{0,20}$/i, 'extension'),
})

export type ExtensionSet = { ok: true } | { ok: false; reason: 'not-found' | 'extension-taken' }

/** The number of somebody's telephone set at the exchange; empty for none. Nobody else at the desk has it. */
export function setExtension(scope: DeskScope, accountId: string, extension: string): Promise<ExtensionSet> {
  return inScope(scope, async (tx): Promise<ExtensionSet> => {
    const members = await lockDeskMembers(tx, scope)
    if (!members.some((member) => member.accountId === accountId)) return { ok: false, reason: 'not-found' }
    const holder = extension && members.find((member) => member.extension === extension)
    if (holder && holder.accountId !== accountId) return { ok: false, reason: 'extension-taken' }
    await tx.sql(sql`
      UPDATE desk_member SET extension = ${extension || null} WHERE desk_id = ${scope.deskId}::int AND account_id = ${accountId}::uuid`)
    await recordAudit(tx, scope, { action: 'account:extension-set', subject: 'account', subjectId: accountId })
    return { ok: true }
  })
}
