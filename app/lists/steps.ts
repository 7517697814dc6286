import type { z } from 'zod'
import type { AuditAction } from '#app/audit/audit-words.ts'
import { notFound } from '#app/core/http-errors.ts'
import type { SqlPart } from '#app/core/sql.ts'

/** What the rule of a step may look at: the state of a row, and whatever else its noun brings along. */
type Stated<State extends string> = { state: State }

/**
 * One step that is taken with a thing on a list. A noun writes all its steps in one table; `take-step.server.ts` takes
 * them, and `stateAfter` and `decide` are the rule it runs.
 */
export type Step<State extends string, Row extends Stated<State> = Stated<State>, Reason extends string = never> = {
  from: readonly State[]
  /** What it becomes: a state, or told from the row, null when the step cannot be taken now. Absent: it stays as it is. */
  to?: State | ((row: Row) => State | null)
  /** Why a row that could take the step may not, with what was asked; null when it may. */
  refusal?: (row: Row, input: never) => Reason | null
  /** What is written beside the state: assignments of an UPDATE, where `step.state` is the state it gets. */
  sets?: (input: never) => SqlPart
  /** The sentence of the log. Absent: whoever takes the step writes it. */
  action?: AuditAction
}

/** A step that people take: where it is posted, who may, what it asks, and which step takes it back. */
export type PersonStep<
  State extends string,
  Row extends Stated<State> = Stated<State>,
  Reason extends string = never,
> = Step<State, Row, Reason> & {
  /** The noun at the end of its address: `completion` in `/follow-ups/completion`. */
  path: string
  permission: string
  /** What its form asks besides the rows; `today` in the zone of the corporation. */
  asks?: (today: string) => z.ZodType
  /** The step that the answer after it offers, on a list. */
  undoneBy?: string
}

type Asked<S> = S extends { asks: (today: string) => infer Schema extends z.ZodType } ? z.output<Schema> : unknown

/** A step of a table by its name, with what it asks: `{ step: 'move', dueOn, dueTime }`. */
export type Change<Steps> = { [Name in keyof Steps]: { step: Name } & Asked<Steps[Name]> }[keyof Steps]

/** The state after a step; null when the step cannot be taken from here. */
export function stateAfter<Row extends Stated<string>>(
  { from, to }: Pick<Step<Row['state'], Row>, 'from' | 'to'>,
  row: Row,
): Row['state'] | null {
  if (!from.includes(row.state)) return null
  return typeof to === 'function' ? to(row) : (to ?? row.state)
}

export type Move<Row extends Stated<string>> = { row: Row; to: Row['state'] }
/** None of the rows takes the step. `not-found`: there is none, or none that this person sees. */
export type NotTaken<Reason extends string = never> = { ok: false; reason: 'not-found' | 'already-changed' | Reason }
/** How many rows could have taken the step and may not, and for each reason how many. */
export type LeftOut = { leftOut: number; reasons: Record<string, number> }
type Decision<Row extends Stated<string>, Reason extends string> =
  | ({ ok: true; moves: Move<Row>[] } & LeftOut)
  | NotTaken<Reason>

/**
 * Which of the rows take the step. Of the others some stood elsewhere already, as after a colleague's click; `leftOut`
 * counts those that could, and may not. When none takes it, the answer says why.
 */
export function decide<Row extends Stated<string>, Reason extends string = never>(
  step: Step<Row['state'], Row, Reason>,
  rows: readonly Row[],
  input: unknown,
): Decision<Row, Reason> {
  if (rows.length === 0) return { ok: false, reason: 'not-found' }
  const able = rows.flatMap((row) => {
    const to = stateAfter(step, row)
    return to === null ? [] : [{ row, to, refusal: step.refusal?.(row, input as never) ?? null }]
  })
  const [first] = able
  if (!first) return { ok: false, reason: 'already-changed' }
  const moves = able.filter(({ refusal }) => refusal === null)
  if (moves.length === 0) return { ok: false, reason: first.refusal ?? 'already-changed' }
  const reasons: LeftOut['reasons'] = {}
  for (const { refusal } of able) if (refusal !== null) reasons[refusal] = (reasons[refusal] ?? 0) + 1
  return { ok: true, moves, leftOut: able.length - moves.length, reasons }
}

/**
 * The name of the step that is posted at this address. The router takes capitals and a slash at the end as well, so this
 * does too; a 404 for anything else.
 */
export function stepAt<Steps extends Record<string, { path: string }>>(
  steps: Steps,
  request: Request,
): keyof Steps & string {
  const path = new URL(request.url).pathname.toLowerCase().split('/').filter(Boolean).at(-1)
  const name = Object.keys(steps).find((each) => steps[each]?.path === path)
  if (!name) throw notFound()
  return name
}
