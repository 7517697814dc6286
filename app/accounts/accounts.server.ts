import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publishSessionsChanged } from '#app/core/live.server.ts'
import { beforeSignIn, type CorporationScope, type DeskScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import type { Account, Membership } from '#prisma/generated/client.ts'
import { enlist } from './enlist.server.ts'
import { closeInvitations } from './invitations.server.ts'
import { hashPassword, type PasswordRefusal, passwordRefusal } from './passwords.server.ts'
import { type DeskRole, type Role, roles } from './roles.ts'

export const newAccountSchema = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email('email')),
  name: z.string().trim().min(1, 'required').max(200, 'too-long').refine(holdsNoBsn, 'bsn'),
  role: z.enum(roles, 'role'),
  password: z.string().optional(),
})

/** `keepsPassword`: they had an account already, and sign in as they did. */
export type AddedMember =
  | { ok: true; accountId: string; keepsPassword: boolean }
  | { ok: false; reason: 'already-member' }

export type AddedAccount = AddedMember | { ok: false; reason: PasswordRefusal }

/** Adds a colleague with a password: from the command line, and for the demo story. People themselves are invited. */
export async function addAccount(
  scope: CorporationScope,
  input: z.input<typeof newAccountSchema>,
): Promise<AddedAccount> {
  const person = newAccountSchema.parse(input)
  const { name } = await beforeSignIn((tx) =>
    tx.corporation.findUniqueOrThrow({ where: { id: scope.corporationId }, select: { name: true } }),
  )
  return addPerson(scope, person, [name])
}

type NewPerson = { email: string; name: string; role: Role | DeskRole; password?: string }

/** Makes the account when there is none with this address, and gives it a role there. A password names none of `corporations`. */
export async function addPerson(
  scope: CorporationScope | DeskScope,
  { email, name, role, password }: NewPerson,
  corporations: string[],
): Promise<AddedAccount> {
  const refusal = password === undefined ? null : passwordRefusal(password, { person: [email, name], corporations })
  if (refusal) return { ok: false, reason: refusal }
  return addMember(scope, {
    email,
    name,
    role,
    passwordHash: password === undefined ? null : await hashPassword(password),
  })
}

/** The same with a password that was hashed before. */
export async function addMember(
  scope: CorporationScope | DeskScope,
  { role, ...person }: { email: string; name: string; role: Role | DeskRole; passwordHash: string | null },
): Promise<AddedMember> {
  const added = await beforeSignIn(async (tx) => {
    const account = await accountFor(tx, person)
    return (await enlist(tx, scope, { accountId: account.accountId, role })) ? account : null
  })
  if (!added) return { ok: false, reason: 'already-member' }
  const { accountId } = added
  await inScope(scope, (tx) =>
    recordAudit(tx, scope, { action: 'account:added', subject: 'account', subjectId: accountId, details: { role } }),
  )
  return { ok: true, ...added }
}

/** The account with this address, made when there is none; `keepsPassword` when there was. */
async function accountFor(
  tx: Tx,
  { email, ...made }: { email: string; name: string; passwordHash: string | null },
): Promise<{ accountId: string; keepsPassword: boolean }> {
  const before = await tx.account.findUnique({ where: { email }, select: { id: true } })
  const { id } = await tx.account.upsert({
    where: { email },
    create: { email, ...made },
    update: {},
    select: { id: true },
  })
  return { accountId: id, keepsPassword: before !== null }
}

export type Member = Pick<Membership, 'accountId'> &
  Pick<Account, 'name' | 'email'> & {
    role: Role
    sessions: number
    lastSeenAt: Date | null
  }

/** `lastSeenAt` counts ended sessions too; none is kept longer than a month, so null says not within the last month. */
export function listMembers(tx: Tx, { corporationId }: CorporationScope): Promise<Member[]> {
  return tx.sql<Member>(sql`
    SELECT a.id AS "accountId", a.name, a.email, m.role,
      count(s.id) FILTER (WHERE s.ended_at IS NULL AND s.expires_at > clock_timestamp())::int AS sessions, max(s.last_seen_at) AS "lastSeenAt"
    FROM membership m JOIN account a ON a.id = m.account_id
    LEFT JOIN session s ON s.account_id = a.id
    WHERE m.corporation_id = ${corporationId}::int AND m.ended_at IS NULL
    GROUP BY a.id, m.role ORDER BY a.name, a.id`)
}

/** Ends every session of a colleague: the next thing their browser asks is refused. */
export function endSessionsOf(scope: CorporationScope, accountId: string, now: Date): Promise<{ ended: number }> {
  return inScope(scope, async (tx) => {
    if (!(await isMember(tx, scope, accountId))) return { ended: 0 }
    const { count } = await tx.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now } })
    await publishSessionsChanged(tx, accountId)
    await recordAudit(tx, scope, {
      action: 'account:sessions-ended',
      subject: 'account',
      subjectId: accountId,
      details: { sessions: count },
    })
    return { ended: count }
  })
}

export type MemberChange = { ok: true } | { ok: false; reason: 'not-found' | 'last-administrator' }

/** Another role, or none: no role ends the membership and what they have open. Links sent before it give back neither. */
export const changeMember = (scope: CorporationScope, accountId: string, change: RoleChange): Promise<MemberChange> =>
  inScope(scope, (tx) => changeMemberIn(tx, scope, { accountId, ...change }))

type RoleChange = { role: Role | null; now: Date }

/** The same inside the transaction in which what they had goes to others. */
export async function changeMemberIn(
  tx: Tx,
  scope: CorporationScope,
  { accountId, role, now }: RoleChange & { accountId: string },
): Promise<MemberChange> {
  await lockMembers(tx, scope, [accountId])
  const member = await memberAddress(tx, scope, accountId)
  if (!member) return { ok: false, reason: 'not-found' }
  if (role !== 'administrator' && (await isLastAdministrator(tx, scope, accountId)))
    return { ok: false, reason: 'last-administrator' }
  const where = { corporationId_accountId: { corporationId: scope.corporationId, accountId } }
  await tx.membership.update({ where, data: role ? { role } : { endedAt: now } })
  await closeInvitations(tx, scope, { email: member.email, now })
  if (!role)
    await tx.session.updateMany({
      where: { accountId, corporationId: scope.corporationId, endedAt: null },
      data: { endedAt: now },
    })
  await publishSessionsChanged(tx, accountId)
  await recordAudit(tx, scope, {
    action: role ? 'account:role-changed' : 'account:ended',
    subject: 'account',
    subjectId: accountId,
    details: role ? { role } : {},
  })
  return { ok: true }
}

/**
 * Locks these and the administrators, in one order, so that two who end each other at once cannot both succeed, and nobody
 * ends whoever takes over; what they write meanwhile goes on.
 */
export async function lockMembers(tx: Tx, { corporationId }: CorporationScope, accountIds: string[]) {
  await tx.sql(sql`
    SELECT 1 FROM membership WHERE corporation_id = ${corporationId}::int AND ended_at IS NULL
      AND (role = 'administrator' OR account_id = ANY(${accountIds}::uuid[])) ORDER BY account_id FOR NO KEY UPDATE`)
}

async function isMember(tx: Tx, { corporationId }: CorporationScope, accountId: string) {
  return (await tx.membership.count({ where: { corporationId, accountId, endedAt: null } })) > 0
}

async function memberAddress(tx: Tx, { corporationId }: CorporationScope, accountId: string) {
  const member = await tx.membership.findUnique({
    where: { corporationId_accountId: { corporationId, accountId }, endedAt: null },
    select: { account: { select: { email: true } } },
  })
  return member?.account ?? null
}

async function isLastAdministrator(tx: Tx, { corporationId }: CorporationScope, accountId: string) {
  const administrators = await tx.membership.findMany({
    where: { corporationId, role: 'administrator', endedAt: null },
    select: { accountId: true },
  })
  return administrators.length === 1 && administrators[0]?.accountId === accountId
}
