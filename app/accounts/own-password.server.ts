import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { beforeSignIn, inScope } from '#app/core/scope.server.ts'
import { type Person, placeName } from './authorize.server.ts'
import { atTheDoor } from './door.server.ts'
import { hashPassword, isPassword, type PasswordRefusal, passwordRefusal } from './passwords.server.ts'
import { giveTriesBack, takeTry } from './rate-limits.server.ts'
import { hashToken } from './sessions.server.ts'

export const ownPasswordSchema = z.object({
  current: z.string().min(1, 'password-required').max(1000, 'wrong-password'),
  next: z.string().min(1, 'required'),
})

export type OwnPassword =
  | { ok: true; ended: number }
  | { ok: false; field: 'current'; reason: 'wrong-password' | 'too-many-tries' | 'crowded' }
  | { ok: false; field: 'next'; reason: PasswordRefusal }

type Passwords = z.output<typeof ownPasswordSchema>
type Staying = { token: string; now: Date }

/** Another password for oneself: whoever has only the open screen cannot. `token` is the one session that stays. */
export async function changeOwnPassword(actor: Person, passwords: Passwords, staying: Staying): Promise<OwnPassword> {
  const answer = await atTheDoor('known', () => proveAndChange(actor, passwords, staying))
  return answer ?? { ok: false, field: 'current', reason: 'crowded' }
}

async function proveAndChange(
  actor: Person,
  { current, next }: Passwords,
  { token, now }: Staying,
): Promise<OwnPassword> {
  const { accountId, email, name } = actor
  if (!(await takeTry('proof', email))) return { ok: false, field: 'current', reason: 'too-many-tries' }
  const account = await beforeSignIn((tx) =>
    tx.account.findUnique({ where: { id: accountId }, select: { passwordHash: true } }),
  )
  if (!(await isPassword(current, account?.passwordHash ?? null)))
    return { ok: false, field: 'current', reason: 'wrong-password' }
  await giveTriesBack('proof', email)
  const refusal = passwordRefusal(next, { person: [email, name], corporations: [placeName(actor)] })
  if (refusal) return { ok: false, field: 'next', reason: refusal }
  const passwordHash = await hashPassword(next)
  return inScope(actor, async (tx) => {
    await tx.account.update({ where: { id: accountId }, data: { passwordHash }, select: { id: true } })
    const { count } = await tx.session.updateMany({
      where: { accountId, endedAt: null, tokenHash: { not: hashToken(token) } },
      data: { endedAt: now },
    })
    await recordAudit(tx, actor, { action: 'account:password-changed', subject: 'account', subjectId: accountId })
    return { ok: true, ended: count }
  })
}
