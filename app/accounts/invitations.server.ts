import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { env } from '#app/core/env.server.ts'
import { publishSessionsChanged } from '#app/core/live.server.ts'
import { beforeSignIn, type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import type { Account, Corporation, Invitation } from '#prisma/generated/client.ts'
import { atTheDoor } from './door.server.ts'
import { hashPassword, isPassword, type PasswordRefusal, passwordRefusal } from './passwords.server.ts'
import { giveTriesBack, network, takeTry } from './rate-limits.server.ts'
import { recordSignInRefused } from './record-refusal.server.ts'
import { type Role, roles } from './roles.ts'
import { hashToken, newToken, openSession } from './sessions.server.ts'

const validDays = 7

export const invitationSchema = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email('email')),
  name: z.string().trim().min(1, 'required').max(200, 'too-long').refine(holdsNoBsn, 'bsn'),
  role: z.enum(roles, 'role'),
})

export type InvitationLink = { token: string; expiresAt: Date }

/** Gives the one-time token; only its hash is kept. `replacesPassword`: for a colleague who lost theirs. */
export const invite = (scope: Inviter, invited: Invited, now: Date): Promise<InvitationLink> =>
  inScope(scope, (tx) => inviteIn(tx, scope, { ...invited, now }))

type Inviter = CorporationScope & { accountId: string }
type Invited = z.output<typeof invitationSchema> & { replacesPassword?: boolean }

/** The same inside a transaction, for many at once. */
export async function inviteIn(
  tx: Tx,
  scope: Inviter,
  { now, ...invited }: Invited & { now: Date },
): Promise<InvitationLink> {
  const secret = newToken()
  const expiresAt = new Date(now.getTime() + validDays * 86_400_000)
  const id = uuidV7()
  const { corporationId, accountId: invitedBy } = scope
  await tx.invitation.create({
    data: { corporationId, id, tokenHash: hashToken(secret), ...invited, invitedBy, createdAt: now, expiresAt },
  })
  await recordAudit(tx, scope, {
    action: invited.replacesPassword ? 'invitation:new-password' : 'invitation:sent',
    subject: 'invitation',
    subjectId: id,
    details: { role: invited.role },
  })
  return { token: `${corporationId}.${secret}`, expiresAt }
}

export const linkOf = (token: string) => new URL(`/invitations/${token}`, env().publicUrl).href

export type OpenInvitation = Pick<Invitation, 'corporationId' | 'id' | 'email' | 'name' | 'replacesPassword'> & {
  role: Role
  corporationName: Corporation['name']
}

/** Null when the link is wrong, used or too old. */
export function findInvitation(token: string, now: Date): Promise<OpenInvitation | null> {
  return beforeSignIn((tx) => openInvitation(tx, token, now))
}

export type Acceptance =
  | { ok: true; token: string }
  | { ok: false; reason: 'gone' | 'wrong' | 'too-many-tries' | 'crowded' | PasswordRefusal }

type Acceptor = { address: string; now: Date }

/**
 * A new colleague chooses a password, one who lost it another; who has an account already proves it with their own.
 * Which of the two it is nobody hears beforehand: whoever sent the link would learn who works elsewhere.
 */
export async function acceptInvitation(token: string, password: string, acceptor: Acceptor): Promise<Acceptance> {
  if (!(await takeTry('invitation', network(acceptor.address)))) return { ok: false, reason: 'too-many-tries' }
  const answer = await atTheDoor('others', () => proveAndEnrol(token, password, acceptor))
  return answer ?? { ok: false, reason: 'crowded' }
}

async function proveAndEnrol(token: string, password: string, { address, now }: Acceptor): Promise<Acceptance> {
  const invitation = await findInvitation(token, now)
  if (!invitation) return { ok: false, reason: 'gone' }
  const proof = await proofOf(invitation, password, address)
  if (proof !== 'own' && proof !== 'new') return { ok: false, reason: proof }
  const passwordHash = proof === 'own' ? null : await hashPassword(password)
  const accepted = await beforeSignIn((tx) => enrol(tx, invitation, { passwordHash, now }))
  // Still open: the account came by another invitation a moment ago, and this password is not its own.
  if (!accepted) return { ok: false, reason: (await findInvitation(token, now)) ? 'wrong' : 'gone' }
  const { corporationId } = invitation
  const scope = { as: 'member', corporationId, accountId: accepted.accountId } as const
  await inScope(scope, (tx) =>
    recordAudit(tx, scope, { action: 'invitation:accepted', subject: 'invitation', subjectId: invitation.id }),
  )
  return { ok: true, token: accepted.token }
}

/** Whether it is the password they have or a good new one, else why not: alike, and as slow, with an account and without. */
async function proofOf(invitation: OpenInvitation, password: string, address: string) {
  const { email, name, corporationName } = invitation
  const isToProve = !invitation.replacesPassword
  if (isToProve && !(await takeTry('proof', email))) return 'too-many-tries'
  const account = isToProve ? await accountAt(email) : null
  if (isToProve && (await isPassword(password, account?.passwordHash ?? null))) {
    await giveTriesBack('proof', email)
    return 'own'
  }
  const refusal = passwordRefusal(password, { person: [email, name], corporations: [corporationName] })
  if (!account?.passwordHash) return refusal ?? 'new'
  await recordSignInRefused({ accountId: account.id, reason: 'wrong', address })
  return refusal ?? 'wrong'
}

const accountAt = (email: string) =>
  beforeSignIn((tx) => tx.account.findUnique({ where: { email }, select: { id: true, passwordHash: true } }))

/** Without a password: of somebody who has proved the one they have. */
type Enrolment = { passwordHash: string | null; now: Date }

async function openInvitation(tx: Tx, token: string, now: Date): Promise<OpenInvitation | null> {
  const [corporation, secret] = token.split('.')
  if (!corporation || !secret || !/^\d{1,9}$/.test(corporation)) return null
  const invitation = await tx.invitation.findUnique({
    where: { corporationId_tokenHash: { corporationId: Number(corporation), tokenHash: hashToken(secret) } },
  })
  if (!invitation || invitation.usedAt || invitation.expiresAt <= now) return null
  const { corporationId, id, email, name, replacesPassword } = invitation
  const { name: corporationName } = await tx.corporation.findUniqueOrThrow({
    where: { id: corporationId },
    select: { name: true },
  })
  return {
    corporationId,
    id,
    email,
    name,
    role: invitation.role as Role,
    corporationName,
    replacesPassword,
  }
}

/**
 * Null when somebody used the link, or chose the password of this account, a moment before: then nothing is changed. So
 * the link comes first, locked, and what it does to the account after. Other links to the same person are used up with
 * it, and whoever has a role here already keeps that one.
 */
async function enrol(tx: Tx, invitation: OpenInvitation, enrolment: Enrolment) {
  const { now } = enrolment
  const { corporationId, id, email, role } = invitation
  const open = await tx.sql<Pick<Invitation, 'id'>>(sql`
    SELECT id FROM invitation WHERE corporation_id = ${corporationId}::int AND email = ${email} AND used_at IS NULL ORDER BY id FOR NO KEY UPDATE`)
  if (!open.some((one) => one.id === id)) return null
  const account = await accountFor(tx, invitation, enrolment)
  if (!account) return null
  await closeInvitations(tx, corporationId, { email, now })
  await tx.sql(sql`
    INSERT INTO membership AS m (corporation_id, account_id, role) VALUES (${corporationId}::int, ${account.id}::uuid, ${role})
    ON CONFLICT (corporation_id, account_id) DO UPDATE SET role = excluded.role, ended_at = NULL WHERE m.ended_at IS NOT NULL RETURNING 1`)
  return { accountId: account.id, token: await openSession(tx, account.id, { place: { as: 'member', corporationId } }) }
}

/** Links that were sent to somebody and not used open nothing any more. */
export const closeInvitations = (tx: Tx, corporationId: number, { email, now }: { email: string; now: Date }) =>
  tx.invitation.updateMany({ where: { corporationId, email, usedAt: null }, data: { usedAt: now } })

/** In one statement: a password that somebody chose is replaced only by a link that was made for that. */
async function accountFor(tx: Tx, invitation: OpenInvitation, { passwordHash, now }: Enrolment) {
  const { email, name } = invitation
  if (!passwordHash) return tx.account.findUnique({ where: { email }, select: { id: true } })
  if (invitation.replacesPassword) return replacePassword(tx, invitation, { passwordHash, now })
  const [account] = await tx.sql<Pick<Account, 'id'>>(sql`
    INSERT INTO account AS a (email, name, password_hash) VALUES (${email}, ${name}, ${passwordHash})
    ON CONFLICT (email) DO UPDATE SET password_hash = excluded.password_hash WHERE a.password_hash IS NULL RETURNING id`)
  return account ?? null
}

/** Only of somebody who works here and nowhere else: all that was open with the old one ends. */
async function replacePassword(tx: Tx, { corporationId, email }: OpenInvitation, { passwordHash, now }: Enrolment) {
  const [account] = await tx.sql<Pick<Account, 'id'>>(sql`
    UPDATE account a SET password_hash = ${passwordHash} WHERE a.email = ${email}
      AND (SELECT array_agg(m.corporation_id) FROM membership m WHERE m.account_id = a.id AND m.ended_at IS NULL) = ARRAY[${corporationId}::int]
      AND NOT EXISTS (SELECT FROM desk_member d WHERE d.account_id = a.id AND d.ended_at IS NULL)
    RETURNING id`)
  if (!account) return null
  await tx.session.updateMany({ where: { accountId: account.id, endedAt: null }, data: { endedAt: now } })
  await publishSessionsChanged(tx, account.id)
  return account
}

/** Sent and not used; those that have run out too, until a new one is sent or a month has passed. */
export async function listOpenInvitations(tx: Tx, { corporationId }: CorporationScope) {
  const rows = await tx.sql<Pick<Invitation, 'name' | 'expiresAt'>>(sql`
    SELECT name, expires_at AS "expiresAt" FROM invitation
    WHERE corporation_id = ${corporationId}::int AND used_at IS NULL AND created_at > now() - interval '30 days'
    ORDER BY expires_at, id LIMIT 20`)
  return rows.map(({ name, expiresAt }) => ({ name, expiresAt: expiresAt.toISOString() }))
}
