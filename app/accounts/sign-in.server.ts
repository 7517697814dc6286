import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { beforeSignInAtOnce, inScopeSql } from '#app/core/scope.server.ts'
import { atTheDoor } from './door.server.ts'
import { isPassword } from './passwords.server.ts'
import { listPlaces, scopeAt } from './places.server.ts'
import { giveSignInTryBack, type Trier, takeSignInTry } from './rate-limits.server.ts'
import { recordSignInRefused } from './record-refusal.server.ts'
import { openSession } from './sessions.server.ts'

export const signInSchema = z.object({
  email: z.string().trim().toLowerCase().min(1, 'email-required').max(320, 'email-required'),
  password: z.string().min(1, 'password-required').max(1000, 'wrong'),
})

type Refusal = { ok: false; reason: 'wrong' | 'too-many-tries' | 'no-corporation' }
export type SignInAnswer = { ok: true; token: string } | Refusal | { ok: false; reason: 'crowded' }

/** Where somebody signs in: `device` is its number when they did so there before, `isShared` that others use it. */
export type SignInFrom = { address: string; device?: string | null; isShared?: boolean }

/** The same answer for an unknown address and a wrong password, after the same time. */
export async function signIn(
  credentials: z.output<typeof signInSchema>,
  { address, device = null, isShared = false }: SignInFrom,
): Promise<SignInAnswer> {
  const trier = { email: credentials.email, address, device }
  const answer = await atTheDoor(device ? 'known' : 'others', () => proveAndOpen(credentials, trier, isShared))
  return answer ?? { ok: false, reason: 'crowded' }
}

async function proveAndOpen({ email, password }: z.output<typeof signInSchema>, trier: Trier, isShared: boolean) {
  const mayTry = await takeSignInTry(trier)
  const account = await findAccount(email)
  const refuse = async (reason: Refusal['reason']): Promise<Refusal> => {
    await recordSignInRefused({ accountId: account?.id ?? null, reason, address: trier.address })
    return { ok: false, reason }
  }
  if (!mayTry) return refuse('too-many-tries')
  const isRight = await isPassword(password, account?.passwordHash ?? null)
  if (!isRight || !account || account.endedAt) return refuse('wrong')
  await giveSignInTryBack(trier)
  const [place] = await listPlaces(account.id)
  if (!place) return refuse('no-corporation')
  const scope = scopeAt(place, account.id)
  return inScopeSql(scope, async (tx) => {
    const token = await openSession(tx, account.id, { place, isShared })
    await recordAudit(tx, scope, { action: 'account:signed-in', subject: 'account', subjectId: account.id })
    return { ok: true as const, token }
  })
}

type Found = { id: string; passwordHash: string | null; endedAt: Date | null }

async function findAccount(email: string): Promise<Found | null> {
  const [account] = await beforeSignInAtOnce<Found>({
    name: 'account-that-signs-in',
    text: 'SELECT id, password_hash AS "passwordHash", ended_at AS "endedAt" FROM account WHERE email = $1',
    values: [email],
  })
  return account ?? null
}
