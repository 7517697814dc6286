import { createHash, randomBytes } from 'node:crypto'
import { publishSessionsChanged } from '#app/core/live.server.ts'
import { beforeSignIn, beforeSignInAtOnce } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { Language } from '#app/ui/language.tsx'
import type { Account, Corporation, Desk, Session } from '#prisma/generated/client.ts'
import type { WorkPlace } from './place-value.ts'
import type { DeskRole, Role } from './roles.ts'

export const cookieName = '__Host-rondbel'
const sessionHours = 12

type Identity = Pick<Account, 'name' | 'email'> & {
  sessionId: Session['id']
  accountId: Account['id']
  language: Language
  timeZone: string
}
/** Somebody at work for a corporation. */
export type SignedInMember = Identity & {
  as: 'member'
  corporationId: Corporation['id']
  corporationName: Corporation['name']
  role: Role
}
/** Somebody at work for a desk, with the corporations it serves at this moment. */
export type SignedInAtDesk = Identity & {
  as: 'desk'
  deskId: Desk['id']
  deskName: Desk['name']
  role: DeskRole
  corporationIds: number[]
}
export type SignedIn = SignedInMember | SignedInAtDesk

export const hashToken = (token: string) => new Uint8Array(createHash('sha256').update(token).digest())
export const newToken = () => randomBytes(32).toString('base64url')

/**
 * Opens a session and gives its token, which is kept nowhere but in the cookie. All its times are the database's: it is
 * asked there whether it still stands, whatever the clock of this machine says.
 */
export async function openSession(
  tx: SqlRunner,
  accountId: string,
  { place, isShared = false }: { place: WorkPlace; isShared?: boolean },
): Promise<string> {
  const token = newToken()
  const [corporationId, deskId] = place.as === 'member' ? [place.corporationId, null] : [null, place.deskId]
  await tx.sql(sql`
    INSERT INTO session (token_hash, account_id, corporation_id, desk_id, created_at, last_seen_at, expires_at, is_shared)
    SELECT ${hashToken(token)}::bytea, ${accountId}::uuid, ${corporationId}::int, ${deskId}::int, at, at, at + make_interval(hours => ${sessionHours}::int), ${isShared}::boolean
    FROM clock_timestamp() AS at RETURNING 1`)
  return token
}

/** Whoever left is signed out after the time that the corporation or the desk of the session allows, on a shared computer half an hour at most. */
const isAwake = sql`s.last_seen_at > clock_timestamp() - make_interval(mins => LEAST(
  COALESCE((SELECT idle_minutes FROM desk WHERE id = s.desk_id),
    (SELECT idle_minutes FROM corporation WHERE id = s.corporation_id), 30), CASE WHEN s.is_shared THEN 30 END))`

/** Begun and not over. */
const servesNow = sql`serves_from <= clock_timestamp() AND (serves_until IS NULL OR serves_until > clock_timestamp())`

/** The desk first when the session works for one, else the corporation of the session, else another of theirs. */
const whoSql = sql`
  SELECT s.id AS "sessionId", a.id AS "accountId", a.name, a.email, a.language, coalesce(d.time_zone, c.time_zone) AS "timeZone",
    CASE WHEN d.id IS NULL THEN 'member' ELSE 'desk' END AS "as", coalesce(dm.role, m.role) AS role,
    c.id AS "corporationId", c.name AS "corporationName", d.id AS "deskId", d.name AS "deskName",
    ARRAY(SELECT corporation_id FROM desk_corporation WHERE desk_id = d.id AND ${servesNow} ORDER BY 1) AS "corporationIds",
    s.last_seen_at < clock_timestamp() - interval '1 minute' AS "isStale"
  FROM session s
  JOIN account a ON a.id = s.account_id AND a.ended_at IS NULL
  LEFT JOIN desk_member dm ON dm.desk_id = s.desk_id AND dm.account_id = a.id AND dm.ended_at IS NULL
  LEFT JOIN desk d ON d.id = dm.desk_id AND d.ended_at IS NULL
  LEFT JOIN membership m ON m.account_id = a.id AND m.ended_at IS NULL AND d.id IS NULL
  LEFT JOIN corporation c ON c.id = m.corporation_id`

/**
 * Who holds this token now, and for whom they work: nobody once the session, the account or all their work has ended.
 * What a page asks `isByItself`, with nobody at it, does not keep the session.
 */
export async function findSession(token: string, isByItself = false): Promise<SignedIn | null> {
  const asked = sql`
    WITH found AS MATERIALIZED (${whoSql}
      WHERE s.token_hash = ${hashToken(token)}::bytea AND s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND ${isAwake}
        AND (d.id IS NOT NULL OR c.id IS NOT NULL)
      ORDER BY (m.corporation_id = s.corporation_id) DESC NULLS LAST, c.name LIMIT 1),
    kept AS (UPDATE session SET last_seen_at = clock_timestamp() FROM found
      WHERE session.id = found."sessionId" AND "isStale" AND NOT ${isByItself}::boolean)
    SELECT * FROM found`
  const [row] = await beforeSignInAtOnce<Found>({ name: 'session-found', text: asked.text, values: [...asked.values] })
  return row ? signedInOf(row) : null
}

type Found = Identity & {
  as: 'member' | 'desk'
  role: string
  corporationId: number
  corporationName: string
  deskId: number
  deskName: string
  corporationIds: number[]
}

/** Only what belongs to the place they work for: nothing of the other can be used by mistake. */
function signedInOf({ sessionId, accountId, name, email, language, timeZone, ...place }: Found): SignedIn {
  const identity = { sessionId, accountId, name, email, language, timeZone }
  const { as, corporationId, corporationName, deskId, deskName, corporationIds } = place
  return as === 'desk'
    ? { ...identity, as, deskId, deskName, role: place.role as DeskRole, corporationIds }
    : { ...identity, as, corporationId, corporationName, role: place.role as Role }
}

/** `lapsed`: its holder did nothing for too long; `access-ended`: they work there no more, and signing in does not help. */
export type WhyOver = 'lapsed' | 'access-ended'

const hasPlace = sql`EXISTS (SELECT 1 FROM account a WHERE a.id = s.account_id AND a.ended_at IS NULL) AND (
  EXISTS (SELECT 1 FROM membership m WHERE m.account_id = s.account_id AND m.corporation_id = s.corporation_id AND m.ended_at IS NULL)
  OR EXISTS (SELECT 1 FROM desk_member m JOIN desk d ON d.id = m.desk_id AND d.ended_at IS NULL
    WHERE m.account_id = s.account_id AND m.desk_id = s.desk_id AND m.ended_at IS NULL))`

/** Why this token is no longer good; null when it never was, still is, or its holder or a colleague ended the session. */
export async function whyOver(token: string): Promise<WhyOver | null> {
  const [session] = await beforeSignIn((tx) =>
    tx.sql<{ why: WhyOver | null }>(sql`
      SELECT CASE WHEN NOT (${hasPlace}) THEN 'access-ended'
        WHEN s.ended_at IS NULL AND NOT (s.expires_at > clock_timestamp() AND ${isAwake}) THEN 'lapsed' END AS why
      FROM session s WHERE s.token_hash = ${hashToken(token)}::bytea`),
  )
  return session?.why ?? null
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
