import { publishPresence } from '#app/core/live.server.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { type DeskScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { goneAfterSeconds, type PresenceState, type ShownPresence } from './presence.ts'

type AtDesk = DeskScope & { accountId: string }

/** What somebody says of themselves; from now on their screen must say that it is there. */
export function setPresence(actor: AtDesk, state: PresenceState): Promise<void> {
  return inScopeSql(actor, async (tx) => {
    await tx.sql(sql`
      INSERT INTO operator_presence AS p (desk_id, account_id, state, since, seen_at)
      VALUES (${actor.deskId}::int, ${actor.accountId}::uuid, ${state}, clock_timestamp(), clock_timestamp())
      ON CONFLICT (desk_id, account_id) DO UPDATE SET state = excluded.state, seen_at = excluded.seen_at,
        since = CASE WHEN p.state = excluded.state THEN p.since ELSE excluded.since END`)
    await publishPresence(tx, actor.deskId)
  })
}

/** Whether they are at work here now: whoever is leaves a queue behind, and can be offered something. */
export async function isAtWork(tx: SqlRunner, { deskId, accountId }: AtDesk): Promise<boolean> {
  const found = await tx.sql(sql`
    SELECT 1 FROM operator_presence WHERE desk_id = ${deskId}::int AND account_id = ${accountId}::uuid
      AND state <> 'off' AND seen_at > clock_timestamp() - make_interval(secs => ${goneAfterSeconds}::int)`)
  return found.length > 0
}

/** Whoever takes a contact is at work, also when they had not said so. */
export async function comeToWork(tx: SqlRunner, deskId: number, accountId: string): Promise<void> {
  const come = await tx.sql(sql`
    INSERT INTO operator_presence AS p (desk_id, account_id, state, since, seen_at)
    VALUES (${deskId}::int, ${accountId}::uuid, 'free', clock_timestamp(), clock_timestamp())
    ON CONFLICT (desk_id, account_id) DO UPDATE SET state = excluded.state, since = excluded.since, seen_at = excluded.seen_at
    WHERE p.state = 'off' RETURNING 1`)
  if (come.length > 0) await publishPresence(tx, deskId)
}

/** The same for what came of taking one. */
export async function atWorkWith<Claim extends { ok: boolean }>(actor: AtDesk, claim: Claim): Promise<Claim> {
  if (claim.ok) await inScopeSql(actor, (tx) => comeToWork(tx, actor.deskId, actor.accountId))
  return claim
}

export type Operator = { accountId: string; name: string; presence: ShownPresence; since: Date }

/** Everybody of the desk who is not off, with what they do now, by name. */
export const listOperators = (tx: SqlRunner, deskId: number): Promise<Operator[]> =>
  tx.sql(sql`
    SELECT p.account_id AS "accountId", a.name, p.since, CASE
      WHEN p.seen_at < clock_timestamp() - make_interval(secs => ${goneAfterSeconds}::int) THEN 'gone'
      WHEN g.state = 'wrapping-up' THEN 'wrapping-up' WHEN g.id IS NOT NULL THEN 'in-call' ELSE p.state END AS presence
    FROM operator_presence p
    JOIN desk_member m ON m.desk_id = p.desk_id AND m.account_id = p.account_id AND m.ended_at IS NULL
    JOIN account a ON a.id = p.account_id AND a.ended_at IS NULL
    LEFT JOIN desk_contact g ON g.desk_id = p.desk_id AND g.claimed_by = p.account_id
    WHERE p.desk_id = ${deskId}::int AND p.state <> 'off' ORDER BY a.name, a.id`)

/** A screen is there; `held` is the contact on it, with its fence. */
export type Ping = { held: { contactId: string; fence: number } | null }
type Waiting = Ping & { accountId: string; answer: (isHeld: boolean) => void; fail: (error: unknown) => void }
type Batch = { scope: DeskScope; waiting: Waiting[] }

const gatherMs = 500
const batches = () => processSingleton('pings', () => new Map<number, Batch>())

/**
 * Says that an operator's screen is there, which renews their lease: those of all operators of the desk together, in one
 * statement for each web process. Answers whether the contact is still in their hands.
 */
export function ping(actor: AtDesk, { held }: Ping): Promise<boolean> {
  const { deskId, accountId } = actor
  return new Promise((answer, fail) => {
    const batch = batches().get(deskId) ?? startBatch(actor)
    batch.waiting.push({ held, accountId, answer, fail })
  })
}

function startBatch(scope: DeskScope): Batch {
  const batch: Batch = { scope: { ...scope, accountId: null }, waiting: [] }
  batches().set(scope.deskId, batch)
  setTimeout(() => {
    batches().delete(scope.deskId)
    renewAll(batch).catch((error) => {
      for (const { fail } of batch.waiting) fail(error)
    })
  }, gatherMs).unref()
  return batch
}

async function renewAll({ scope, waiting }: Batch) {
  const held = waiting.flatMap(({ accountId, held }) => (held ? [{ accountId, ...held }] : []))
  const renewed = await inScopeSql(scope, async (tx) => {
    await tx.sql(sql`
      UPDATE operator_presence SET seen_at = clock_timestamp()
      WHERE desk_id = ${scope.deskId}::int AND account_id = ANY(${waiting.map(({ accountId }) => accountId)}::uuid[])`)
    return tx.sql<{ id: string; accountId: string }>(sql`
      UPDATE desk_contact g SET lease_until = clock_timestamp() + make_interval(secs => ${goneAfterSeconds}::int)
      FROM unnest(${held.map(({ contactId }) => contactId)}::uuid[], ${held.map(({ accountId }) => accountId)}::uuid[],
        ${held.map(({ fence }) => fence)}::int[]) AS p (contact_id, account_id, fence)
      WHERE g.desk_id = ${scope.deskId}::int AND g.id = p.contact_id AND g.claimed_by = p.account_id AND g.fence = p.fence
      RETURNING g.id, g.claimed_by AS "accountId"`)
  })
  const kept = new Set(renewed.map(({ id, accountId }) => `${id} ${accountId}`))
  for (const { held, accountId, answer } of waiting) answer(held !== null && kept.has(`${held.contactId} ${accountId}`))
}
