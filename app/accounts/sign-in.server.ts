import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { beforeSignIn, inScope, type Tx } from '#app/core/scope.server.ts'
import { isPassword } from './passwords.server.ts'
import { giveTriesBack, hasTries, takeTry } from './rate-limits.server.ts'
import { openSession } from './sessions.server.ts'

export const signInSchema = z.object({
  email: z.string().trim().toLowerCase().min(1, 'email-required').max(320, 'email-required'),
  password: z.string().min(1, 'password-required').max(1000, 'wrong'),
})

export type SignInAnswer =
  | { ok: true; token: string }
  | { ok: false; reason: 'wrong' | 'too-many-tries' | 'no-corporation' }

/** The same answer for an unknown address and a wrong password, after the same time. */
export async function signIn(
  { email, password }: z.output<typeof signInSchema>,
  address: string,
  now: Date,
): Promise<SignInAnswer> {
  if (!(await hasTries('address', address)) || !(await takeTry('account', email)))
    return { ok: false, reason: 'too-many-tries' }
  const account = await beforeSignIn((tx) =>
    tx.account.findUnique({ where: { email }, select: { id: true, passwordHash: true, endedAt: true } }),
  )
  const isRight = await isPassword(password, account?.passwordHash ?? null)
  if (!isRight || !account || account.endedAt) {
    await takeTry('address', address)
    return { ok: false, reason: 'wrong' }
  }
  await giveTriesBack('account', email)
  const corporationId = await beforeSignIn((tx) => firstCorporation(tx, account.id))
  if (!corporationId) return { ok: false, reason: 'no-corporation' }
  const scope = { corporationId, corporationIds: [corporationId], accountId: account.id }
  return inScope(scope, async (tx) => {
    const token = await openSession(tx, account.id, { corporationId, now })
    await recordAudit(tx, scope, { action: 'account:signed-in', subject: 'account', subjectId: account.id })
    return { ok: true as const, token }
  })
}

async function firstCorporation(tx: Tx, accountId: string) {
  const membership = await tx.membership.findFirst({
    where: { accountId, endedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { corporationId: true },
  })
  return membership?.corporationId ?? null
}
