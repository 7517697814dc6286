import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publishSessionsChanged } from '#app/core/live.server.ts'
import { beforeSignIn, type CorporationScope, inScope } from '#app/core/scope.server.ts'
import { type InvitationLink, invite } from './invitations.server.ts'
import { hashPassword, passwordRefusal } from './passwords.server.ts'
import { isSamePlace } from './place-value.ts'
import { listPlaces, scopeAt } from './places.server.ts'
import type { Role } from './roles.ts'

export type PasswordLink = ({ ok: true } & InvitationLink) | { ok: false; reason: 'not-found' | 'works-elsewhere' }

/**
 * A one-time link with which a colleague who lost their password chooses another; until then the old one works. Not for
 * whoever works for another corporation or a desk as well: who holds the link signs in as them there too.
 */
export async function makePasswordLink(
  scope: CorporationScope & { accountId: string },
  accountId: string,
  now: Date,
): Promise<PasswordLink> {
  const { corporationId } = scope
  const member = await inScope(scope, (tx) =>
    tx.membership.findUnique({
      where: { corporationId_accountId: { corporationId, accountId }, endedAt: null },
      select: { role: true, account: { select: { email: true, name: true } } },
    }),
  )
  if (!member) return { ok: false, reason: 'not-found' }
  const [place, ...others] = await listPlaces(accountId)
  const isOurs = place && others.length === 0 && isSamePlace(place, scope)
  if (!isOurs) return { ok: false, reason: 'works-elsewhere' }
  return {
    ok: true,
    ...(await invite(scope, { ...member.account, role: member.role as Role, replacesPassword: true }, now)),
  }
}

export type PasswordSet = { ok: true; accountId: string } | { ok: false; reason: string }

/** From the command line, by whoever runs the installation: another password, and all that was open ends. */
export async function setPassword(email: string, password: string, now: Date): Promise<PasswordSet> {
  const account = await beforeSignIn((tx) =>
    tx.account.findUnique({
      where: { email },
      select: { id: true, name: true, memberships: { select: { corporation: { select: { name: true } } } } },
    }),
  )
  if (!account) return { ok: false, reason: 'no-such-account' }
  const refusal = passwordRefusal(password, {
    person: [email, account.name],
    corporations: account.memberships.map(({ corporation }) => corporation.name),
  })
  if (refusal) return { ok: false, reason: refusal }
  const accountId = account.id
  const passwordHash = await hashPassword(password)
  await beforeSignIn(async (tx) => {
    await tx.account.update({ where: { id: accountId }, data: { passwordHash } })
    await tx.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now } })
    await publishSessionsChanged(tx, accountId)
  })
  for (const place of await listPlaces(accountId)) {
    const scope = scopeAt(place, null)
    await inScope(scope, (tx) =>
      recordAudit(tx, scope, { action: 'account:password-set', subject: 'account', subjectId: accountId }),
    )
  }
  return { ok: true, accountId }
}
