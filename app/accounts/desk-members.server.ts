import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
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
