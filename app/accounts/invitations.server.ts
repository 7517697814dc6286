import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { env } from '#app/core/env.server.ts'
import { publishSessionsChanged } from '#app/core/live.server.ts'
import { beforeSignIn, type CorporationScope, type DeskScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import type { Account, Invitation } from '#prisma/generated/client.ts'
import { atTheDoor } from './door.server.ts'
import { enlist, tablesOf } from './enlist.server.ts'
import { hashPassword, isPassword, type PasswordRefusal, passwordRefusal } from './passwords.server.ts'
import type { WorkPlace } from './place-value.ts'
import { scopeAt } from './places.server.ts'
import { giveTriesBack, network, takeTry } from './rate-limits.server.ts'
import { recordSignInRefused } from './record-refusal.server.ts'
import { type DeskRole, deskRoles, type Role, roles } from './roles.ts'
import { hashToken, newToken, openSession } from './sessions.server.ts'

const validDays = 7

export const invitationSchema = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email('email')),
  name: z.string().trim().min(1, 'required').max(200, 'too-long').refine(holdsNoBsn, 'bsn'),
  role: z.enum(roles, 'role'),
})
const deskInvitationSchema = invitationSchema.extend({ role: z.enum(deskRoles, 'role') })
/** What a form asks of whoever is invited to such a place. */
export const invitationSchemaAt = (place: WorkPlace) => (place.as === 'desk' ? deskInvitationSchema : invitationSchema)

export type InvitationLink = { token: string; expiresAt: Date }

/** Gives the one-time token; only its hash is kept. `replacesPassword`: for a colleague who lost theirs. */
export const invite = (scope: Inviter, invited: Invited, now: Date): Promise<InvitationLink> =>
  inScope(scope, (tx) => inviteIn(tx, scope, { ...invited, now }))

type Inviter = (CorporationScope | DeskScope) & { accountId: string }
type Invited = { email: string; name: string; role: Role | DeskRole; replacesPassword?: boolean }

/** The same inside a transaction, for many at once. */
export async function inviteIn(
  tx: Tx,
  scope: Inviter,
  { now, email, name, role, replacesPassword }: Invited & { now: Date },
): Promise<InvitationLink> {
  const secret = newToken()
  const expiresAt = new Date(now.getTime() + validDays * 86_400_000)
  const id = uuidV7()
  const { invitations, key, id: placeId } = tablesOf(scope)
  const [more, value] = replacesPassword ? [sql`, replaces_password`, sql`, true`] : [sql``, sql``]
  await tx.sql(sql`
    INSERT INTO ${invitations.table} (${key}, id, token_hash, email, name, role, invited_by, created_at, expires_at${more})
    VALUES (${placeId}::int, ${id}::uuid, ${hashToken(secret)}, ${email}, ${name}, ${role}, ${scope.accountId}::uuid,
      ${now}::timestamptz, ${expiresAt}::timestamptz${value})`)
  await recordAudit(tx, scope, {
    action: replacesPassword ? 'invitation:new-password' : 'invitation:sent',
    subject: 'invitation',
    subjectId: id,
    details: { role },
  })
  return { token: `${scope.as === 'desk' ? 'd' : ''}${placeId}.${secret}`, expiresAt }
}

export const linkOf = (token: string) => new URL(`/invitations/${token}`, env().publicUrl).href

export type OpenInvitation = Pick<Invitation, 'id' | 'email' | 'name' | 'replacesPassword'> & {
  place: WorkPlace
  placeName: string
  role: Role | DeskRole
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
  const scope = scopeAt(invitation.place, accepted.accountId)
  await inScope(scope, (tx) =>
    recordAudit(tx, scope, { action: 'invitation:accepted', subject: 'invitation', subjectId: invitation.id }),
  )
  return { ok: true, token: accepted.token }
}

/** Whether it is the password they have or a good new one, else why not: alike, and as slow, with an account and without. */
async function proofOf(invitation: OpenInvitation, password: string, address: string) {
  const { email, name, placeName } = invitation
  const isToProve = !invitation.replacesPassword
  if (isToProve && !(await takeTry('proof', email))) return 'too-many-tries'
  const account = isToProve ? await accountAt(email) : null
  if (isToProve && (await isPassword(password, account?.passwordHash ?? null))) {
    await giveTriesBack('proof', email)
    return 'own'
  }
  const refusal = passwordRefusal(password, { person: [email, name], corporations: [placeName] })
  if (!account?.passwordHash) return refusal ?? 'new'
  await recordSignInRefused({ accountId: account.id, reason: 'wrong', address })
  return refusal ?? 'wrong'
}

const accountAt = (email: string) =>
  beforeSignIn((tx) => tx.account.findUnique({ where: { email }, select: { id: true, passwordHash: true } }))

/** Without a password: of somebody who has proved the one they have. */
type Enrolment = { passwordHash: string | null; now: Date }

async function openInvitation(tx: Tx, token: string, now: Date): Promise<OpenInvitation | null> {
  const [, desk, id, secret] = token.match(/^(d?)(\d{1,9})\.(.+)$/) ?? []
  if (!id || !secret) return null
  const place: WorkPlace = desk ? { as: 'desk', deskId: Number(id) } : { as: 'member', corporationId: Number(id) }
  const { invitations, key } = tablesOf(place)
  const [names, replaces] = desk
    ? [sql`SELECT id, name FROM desk WHERE ended_at IS NULL`, sql`false`]
    : [sql`SELECT id, name FROM corporation`, sql`i.replaces_password`]
  const [row] = await tx.sql<Omit<OpenInvitation, 'place'>>(sql`
    SELECT i.id, i.email, i.name, i.role, ${replaces} AS "replacesPassword", p.name AS "placeName"
    FROM ${invitations.table} i JOIN (${names}) p ON p.id = i.${key}
    WHERE i.${key} = ${id}::int AND i.token_hash = ${hashToken(secret)} AND i.used_at IS NULL AND i.expires_at > ${now}::timestamptz`)
  return row ? { place, ...row } : null
}

/**
 * Null when somebody used the link, or chose the password of this account, a moment before: then nothing is changed. So
 * the link comes first, locked, and what it does to the account after. Other links to the same person are used up with
 * it, and whoever has a role here already keeps that one.
 */
async function enrol(tx: Tx, invitation: OpenInvitation, enrolment: Enrolment) {
  const { place, id, email, role } = invitation
  const { invitations, key, id: placeId } = tablesOf(place)
  const open = await tx.sql<Pick<Invitation, 'id'>>(sql`
    SELECT id FROM ${invitations.table} WHERE ${key} = ${placeId}::int AND email = ${email} AND used_at IS NULL ORDER BY id FOR NO KEY UPDATE`)
  if (!open.some((one) => one.id === id)) return null
  const account = await accountFor(tx, invitation, enrolment)
  if (!account) return null
  await closeInvitations(tx, place, { email, now: enrolment.now })
  await enlist(tx, place, { accountId: account.id, role })
  return { accountId: account.id, token: await openSession(tx, account.id, { place }) }
}

/** Links that were sent to somebody and not used open nothing any more. */
export async function closeInvitations(tx: Tx, place: WorkPlace, { email, now }: { email: string; now: Date }) {
  const { invitations, key, id } = tablesOf(place)
  await tx.sql(sql`
    UPDATE ${invitations.table} SET used_at = ${now}::timestamptz WHERE ${key} = ${id}::int AND email = ${email} AND used_at IS NULL`)
}

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
async function replacePassword(tx: Tx, { place, email }: OpenInvitation, { passwordHash, now }: Enrolment) {
  if (place.as !== 'member') return null
  const [account] = await tx.sql<Pick<Account, 'id'>>(sql`
    UPDATE account a SET password_hash = ${passwordHash} WHERE a.email = ${email}
      AND (SELECT array_agg(m.corporation_id) FROM membership m WHERE m.account_id = a.id AND m.ended_at IS NULL) = ARRAY[${place.corporationId}::int]
      AND NOT EXISTS (SELECT FROM desk_member d WHERE d.account_id = a.id AND d.ended_at IS NULL)
    RETURNING id`)
  if (!account) return null
  await tx.session.updateMany({ where: { accountId: account.id, endedAt: null }, data: { endedAt: now } })
  await publishSessionsChanged(tx, account.id)
  return account
}
