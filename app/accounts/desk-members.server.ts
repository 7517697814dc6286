import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publishSessionsChanged } from '#app/core/live.server.ts'
import { beforeSignIn, type DeskScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Account } from '#prisma/generated/client.ts'
import { accountFor, newAccountSchema } from './accounts.server.ts'
import { hashPassword, type PasswordRefusal, passwordRefusal } from './passwords.server.ts'
import { type DeskRole, deskRoles } from './roles.ts'

export const newDeskMemberSchema = newAccountSchema.extend({ role: z.enum(deskRoles, 'role') })

/** `keepsPassword`: they had an account already, and sign in as they did. */
export type AddedDeskMember =
  | { ok: true; accountId: string; keepsPassword: boolean }
  | { ok: false; reason: 'already-member' | PasswordRefusal }

/** Adds somebody to a desk, with a password when they have no account yet. */
export async function addDeskMember(
  scope: DeskScope,
  input: z.input<typeof newDeskMemberSchema>,
): Promise<AddedDeskMember> {
  const { email, name, role, password } = newDeskMemberSchema.parse(input)
  const refusal = password === undefined ? null : passwordRefusal(password, { person: [email, name], corporations: [] })
  if (refusal) return { ok: false, reason: refusal }
  const passwordHash = password === undefined ? null : await hashPassword(password)
  const { deskId } = scope
  const added = await beforeSignIn(async (tx) => {
    const account = await accountFor(tx, { email, name, passwordHash })
    const where = { deskId_accountId: { deskId, accountId: account.accountId } }
    const known = await tx.deskMember.findUnique({ where })
    if (known && !known.endedAt) return null
    await tx.deskMember.upsert({
      where,
      create: { deskId, accountId: account.accountId, role },
      update: { role, endedAt: null },
    })
    return account
  })
  if (!added) return { ok: false, reason: 'already-member' }
  const { accountId } = added
  await inScope(scope, (tx) =>
    recordAudit(tx, scope, { action: 'account:added', subject: 'account', subjectId: accountId, details: { role } }),
  )
  return { ok: true, ...added }
}

export type DeskMember = Pick<Account, 'name' | 'email'> & { accountId: string; role: DeskRole }

/** Everybody who works for the desk now, by name. */
export const listDeskMembers = (tx: Tx, { deskId }: DeskScope): Promise<DeskMember[]> =>
  tx.sql<DeskMember>(sql`
    SELECT a.id AS "accountId", a.name, a.email, m.role FROM desk_member m JOIN account a ON a.id = m.account_id
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
    // All of them, in one order: two who end each other at once cannot both succeed.
    const members = await tx.sql<{ accountId: string; role: DeskRole }>(sql`
      SELECT account_id AS "accountId", role FROM desk_member WHERE desk_id = ${deskId}::int AND ended_at IS NULL
      ORDER BY account_id FOR NO KEY UPDATE`)
    if (!members.some((member) => member.accountId === accountId)) return { ok: false, reason: 'not-found' }
    const left = members.filter((member) => member.role === 'desk-administrator' && member.accountId !== accountId)
    if (role !== 'desk-administrator' && left.length === 0) return { ok: false, reason: 'last-administrator' }
    await tx.sql(sql`
      UPDATE desk_member SET role = coalesce(${role}, role), ended_at = ${role ? null : now}::timestamptz
      WHERE desk_id = ${deskId}::int AND account_id = ${accountId}::uuid`)
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
