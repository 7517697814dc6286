import { createHash, randomBytes } from 'node:crypto'
import { publishSessionsChanged } from '#app/core/live.server.ts'
import { beforeSignIn, beforeSignInAtOnce } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { Language } from '#app/ui/language.tsx'
import type { Account, Corporation, Membership, Session } from '#prisma/generated/client.ts'
import type { Role } from './roles.ts'

export const cookieName = '__Host-rondbel'
const sessionHours = 12

export type SignedIn = Pick<Account, 'name' | 'email'> &
  Pick<Membership, 'accountId' | 'corporationId'> &
  Pick<Corporation, 'timeZone'> & {
    sessionId: Session['id']
    corporationName: Corporation['name']
    language: Language
    role: Role
  }

export const hashToken = (token: string) => new Uint8Array(createHash('sha256').update(token).digest())
export const newToken = () => randomBytes(32).toString('base64url')

/**
 * Opens a session and gives its token, which is kept nowhere but in the cookie. All its times are the database's: it is
 * asked there whether it still stands, whatever the clock of this machine says.
 */
export async function openSession(
  tx: SqlRunner,
  accountId: string,
  { corporationId, isShared = false }: { corporationId: number | null; isShared?: boolean },
): Promise<string> {
  const token = newToken()
  await tx.sql(sql`
    INSERT INTO session (token_hash, account_id, corporation_id, created_at, last_seen_at, expires_at, is_shared)
    SELECT ${hashToken(token)}::bytea, ${accountId}::uuid, ${corporationId}::int, at, at, at + make_interval(hours => ${sessionHours}::int), ${isShared}::boolean
    FROM clock_timestamp() AS at RETURNING 1`)
  return token
}

/** Whoever left is signed out after the time that the corporation of the session allows, on a shared computer half an hour at most. */
const isAwake = sql`s.last_seen_at > clock_timestamp() - make_interval(mins => LEAST(
  COALESCE((SELECT idle_minutes FROM corporation WHERE id = s.corporation_id), 30), CASE WHEN s.is_shared THEN 30 END))`

/**
 * Who holds this token now: nobody once the session, the account or the membership has ended. What a page asks
 * `isByItself`, with nobody at it, does not keep the session.
 */
export async function findSession(token: string, isByItself = false): Promise<SignedIn | null> {
  const { text, values } = sql`
    SELECT s.id AS "sessionId", a.id AS "accountId", a.name, a.email, a.language, m.role, c.id AS "corporationId",
      c.name AS "corporationName", c.time_zone AS "timeZone", s.last_seen_at < clock_timestamp() - interval '1 minute' AS "isStale"
    FROM session s
    JOIN account a ON a.id = s.account_id AND a.ended_at IS NULL
    JOIN membership m ON m.account_id = a.id AND m.ended_at IS NULL
    JOIN corporation c ON c.id = m.corporation_id
    WHERE s.token_hash = ${hashToken(token)}::bytea AND s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND ${isAwake}
    ORDER BY (m.corporation_id = s.corporation_id) DESC NULLS LAST, c.name LIMIT 1`
  const [row] = await beforeSignInAtOnce<SignedIn & { isStale: boolean }>({ name: 'find-session', text, values })
  if (!row) return null
  const { isStale, ...signedIn } = row
  if (isStale && !isByItself) await keepAwake(row.sessionId)
  return signedIn
}

const keepAwake = (sessionId: string) =>
  beforeSignInAtOnce({
    name: 'keep-session-awake',
    text: 'UPDATE session SET last_seen_at = clock_timestamp() WHERE id = $1::uuid',
    values: [sessionId],
  })

/** Whether this token was good until its holder did nothing for too long; not when somebody ended the session. */
export async function hasLapsed(token: string): Promise<boolean> {
  const found = await beforeSignIn((tx) =>
    tx.sql(sql`
      SELECT 1 FROM session s WHERE s.token_hash = ${hashToken(token)}::bytea AND s.ended_at IS NULL
        AND NOT (s.expires_at > clock_timestamp() AND ${isAwake})`),
  )
  return found.length > 0
}

export function endSession(token: string, now: Date) {
  return beforeSignIn(async (tx) => {
    const ended = await tx.session.updateManyAndReturn({
      where: { tokenHash: hashToken(token), endedAt: null },
      data: { endedAt: now },
      select: { accountId: true },
    })
    for (const { accountId } of ended) await publishSessionsChanged(tx, accountId)
  })
}

/** On a shared computer it goes when the browser is closed. */
export const sessionCookie = (token: string, isShared = false) =>
  `${cookieName}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax${isShared ? '' : `; Max-Age=${sessionHours * 3600}`}`
export const endedCookie = `${cookieName}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`

export function tokenOf(request: Request): string | null {
  const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/)
  return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) || null
}
