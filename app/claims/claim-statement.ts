import { bookOf, type ClaimKind, isFree } from './claim-kind.ts'

export type ClaimStatement = { kind: ClaimKind; name: string; text: string }

type Wanted = {
  /** Each connection plans a named statement once. */
  name: string
  /** Selects of one id each, in order: see `ownClaim`, `firstFree` and `thisOne`. */
  steps: string[]
  /** What must still be so when the row is taken. What is found but fails it is left as it was. */
  mayClaim?: string
}

/**
 * Claims the next row in one statement. The lease stands on the database's clock; rows that another claim has in its
 * hands at this moment are passed over; the audit row is written with it. Who has the row already keeps the fence.
 * `$1` is the corporation or the desk and `$2` the claimant; `$3` and further are the user's own, see `claim`.
 */
export function claimStatement(kind: ClaimKind, { name, steps, mayClaim = 'true' }: Wanted): ClaimStatement {
  const { table, states, lease, news, audit, onClaim } = kind
  const { book, column: owner } = bookOf[kind.owner]
  const text = `WITH own AS MATERIALIZED (
  SELECT g.id FROM ${table} g WHERE g.${owner} = $1::int AND g.claimed_by = $2::uuid AND g.state IN ${states.text} FOR NO KEY UPDATE
), found AS MATERIALIZED (
  SELECT coalesce(${steps.map((step) => `(${step})`).join(',\n  ')}) AS id
), next AS MATERIALIZED (
  SELECT id, id IN (SELECT id FROM own) AS is_resumed FROM found
), claimed AS (
  UPDATE ${table} g SET claimed_by = $2::uuid, holder = $2::uuid, lease_until = clock_timestamp() + ${lease.text},
    fence = g.fence + CASE WHEN g.claimed_by = $2::uuid THEN 0 ELSE 1 END${onClaim ? `, ${onClaim}` : ''}
  WHERE g.${owner} = $1::int AND g.id = (SELECT id FROM next) AND g.state IN ${states.text} AND ${mayClaim}
  RETURNING g.id, g.fence, g.lease_until, g.${news.column} AS group_id
), audited AS (
  INSERT INTO ${book} (${owner}, account_id, action, subject_kind, subject_id)
  SELECT $1::int, $2::uuid, CASE WHEN is_resumed THEN '${audit.resumed}' ELSE '${audit.claimed}' END, '${audit.subject}', id
  FROM next JOIN claimed USING (id)
)
SELECT next.id AS "foundId", claimed.id, claimed.fence, claimed.lease_until AS "leaseUntil", claimed.group_id AS "groupId",
  next.is_resumed AS "isResumed"
FROM next LEFT JOIN claimed USING (id)`
  return { kind, name, text }
}

// A step is looked at only when none before it found anything, which is what COALESCE promises.

/** Step: what the claimant has in hand already, after a reload or a closed laptop. */
export const ownClaim = 'SELECT id FROM own'

/** Step: the first free row that fits. */
export const firstFree = ({ table, owner }: ClaimKind, { where, orderBy }: { where: string; orderBy: string }) =>
  `SELECT g.id FROM ${table} g WHERE g.${bookOf[owner].column} = $1::int AND ${where} AND ${isFree.text}
    ORDER BY ${orderBy} LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`

/** Step: this row, whoever has it. Taking over: the fence rises, and what the other saves after it is refused. */
export const thisOne = ({ table, owner }: ClaimKind, id: string) =>
  `SELECT g.id FROM ${table} g WHERE g.${bookOf[owner].column} = $1::int AND g.id = ${id} FOR NO KEY UPDATE`
