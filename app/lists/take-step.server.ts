import type { AuditSubject } from '#app/audit/audit-words.ts'
import { type AuditEntry, auditEach } from '#app/audit/record-audit.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { joinSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { decide, type LeftOut, type Move, type NotTaken, type Step } from './steps.ts'

type Stepping = { id: string; state: string }

/** The rows that a table of steps is about. Everywhere `r` is the row. */
export type SteppedTable<Row extends Stepping> = {
  table: SqlPart
  /** Its name in the log. */
  subject: AuditSubject
  /** What the rules look at besides the state, as columns of the SELECT, and the tables they come from. */
  columns?: SqlPart
  joins?: SqlPart
  /** How the state is read where it has no column of its own: then the `sets` of its steps write it. */
  state?: SqlPart
  /** Says on which pages something changed. */
  announce: (tx: SqlRunner, scope: CorporationScope, moves: Move<Row>[]) => Promise<void>
}

type Details = AuditEntry['details']

type Taking<Row extends Stepping, Reason extends string, Refused> = {
  step: Step<Row['state'], Row, Reason>
  ids: readonly string[]
  /** Which rows this person sees: the others are not there. */
  visible: SqlPart
  /** What the form asked and who asks it; `refusal` and `sets` of the step read it. */
  input?: unknown
  /** More assignments than the table of steps knows. */
  set?: readonly SqlPart[]
  details?: Details
  /** What must be looked at or done first, with the rows locked: a refusal ends it, details go into the log. */
  before?: (moves: Move<Row>[]) => Promise<Refused | { ok: true; details?: Details }>
}

export type Taken = { ok: true; changed: string[] } & LeftOut

/**
 * Takes one step with many rows, all in the transaction given: locks those that are visible, decides by the rule of
 * the step, writes what still stands as it was decided, leaves an audit row for each, and tells the pages.
 */
export async function takeStep<
  Row extends Stepping,
  Reason extends string = never,
  Refused extends { ok: false } = NotTaken,
>(
  { tx, scope }: { tx: SqlRunner; scope: CorporationScope },
  noun: SteppedTable<Row>,
  taking: Taking<Row, Reason, Refused>,
): Promise<Taken | NotTaken<Reason> | Refused> {
  const rows = await tx.sql<Row>(lockRows(noun, taking))
  const decision = decide(taking.step, rows, taking.input)
  if (!decision.ok) return decision
  const { moves, leftOut, reasons } = decision
  const before = await taking.before?.(moves)
  if (before && !before.ok) return before
  const details = before?.details ?? taking.details
  const changed = await tx.sql<{ id: string }>(writeMoves(scope, noun, { ...taking, details, moves }))
  if (changed.length < moves.length) throw new Error('A row changed while it was locked.')
  await noun.announce(tx, scope, moves)
  return { ok: true, changed: moves.map(({ row }) => row.id), leftOut, reasons }
}

/** Locked in one order, so that what is decided still holds when it is written, and two people never wait for each other in a ring. */
function lockRows<Row extends Stepping>(
  { table, columns, joins, state }: SteppedTable<Row>,
  { visible, ids }: { visible: SqlPart; ids: readonly string[] },
): SqlPart {
  return sql`
    SELECT r.id, ${state ?? sql`r.state`} AS state${columns ? sql`, ${columns}` : sql``}
    FROM ${table} r ${joins ?? sql``} WHERE ${visible} AND r.id = ANY(${ids}::uuid[]) ORDER BY r.id FOR NO KEY UPDATE OF r`
}

type Written<Row extends Stepping> = Pick<Taking<Row, string, never>, 'step' | 'input' | 'set' | 'details'> & {
  moves: Move<Row>[]
}

function writeMoves<Row extends Stepping>(
  scope: CorporationScope,
  { table, subject, state }: SteppedTable<Row>,
  { step, input, set = [], details, moves }: Written<Row>,
): SqlPart {
  const ownState = state ? [] : [sql`state = step.state`]
  const sets = joinSql([...ownState, ...(step.sets ? [step.sets(input as never)] : []), ...set], ', ')
  const guard = sql`${state ?? sql`r.state`} = step.was`
  const written = sql`
    UPDATE ${table} r SET ${sets}
    FROM unnest(${moves.map(({ row }) => row.id)}::uuid[], ${moves.map(({ row }) => row.state)}::text[], ${moves.map(({ to }) => to)}::text[]) AS step (id, was, state)
    WHERE r.corporation_id = ${scope.corporationId}::int AND r.id = step.id AND ${guard} RETURNING r.id`
  if (!step.action) return written
  const audit = auditEach(scope, { action: step.action, subject, details }, sql`changed`)
  return sql`WITH changed AS (${written}), logged AS (${audit}) SELECT id FROM changed`
}
