import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, type InHand, inScope, type Place, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Line as Row } from '#prisma/generated/client.ts'
import {
  answers,
  type Hours,
  type LineKind,
  type LineSwitch,
  type OpenHours,
  overlap,
  type SwitchKind,
} from './line.ts'

/** One of the switches of a line. */
export type SwitchRow = LineSwitch & { id: string }
/** Who did it: a colleague, somebody of a desk, or neither when it was the command line. */
export type Switcher = { switchedBy: string | null; operatorId: string | null; operatorDeskId: number | null }

export type Line = Pick<Row, 'id' | 'name' | 'publicToken'> & {
  corporationId: number
  kind: LineKind
  hours: (Hours & { id: string })[]
  /** Those that hold now or later, and what held in the last month; newest first. */
  switches: SwitchRow[]
}

/** The lines of the corporations in the scope, with how each is answered, by name. */
export async function listLines(tx: Tx, corporationIds: readonly number[]): Promise<Line[]> {
  const ids = [...corporationIds]
  const lines = await tx.sql<Pick<Line, 'id' | 'name' | 'kind' | 'corporationId' | 'publicToken'>>(sql`
    SELECT corporation_id AS "corporationId", id, name, kind, public_token AS "publicToken" FROM phone_line
    WHERE corporation_id = ANY(${ids}::int[]) ORDER BY corporation_id, name`)
  const hours = await tx.sql<Hours & { id: string; lineId: string }>(sql`
    SELECT id, line_id AS "lineId", day, opens, closes, desk_id AS "deskId" FROM line_hours
    WHERE corporation_id = ANY(${ids}::int[]) ORDER BY day, opens`)
  const switches = await tx.sql<SwitchRow & { lineId: string }>(sql`
    SELECT id, line_id AS "lineId", kind, from_at AS "from", until_at AS "until", desk_id AS "deskId" FROM line_switch
    WHERE corporation_id = ANY(${ids}::int[]) AND (until_at IS NULL OR until_at > clock_timestamp() - interval '30 days')
    ORDER BY from_at DESC, id`)
  const of = <T extends { lineId: string }>(rows: T[], lineId: string) => rows.filter((row) => row.lineId === lineId)
  return lines.map((line) => ({ ...line, hours: of(hours, line.id), switches: of(switches, line.id) }))
}

/** Whoever switched, beside the switches of these lines: of a guest's there is no telling. */
export async function withSwitchers<L extends Line>(
  tx: Tx,
  { corporationId }: Pick<Place, 'corporationId'>,
  lines: L[],
) {
  const rows = await tx.sql<Switcher & { id: string }>(sql`
    SELECT id, switched_by AS "switchedBy", operator_id AS "operatorId", operator_desk_id AS "operatorDeskId"
    FROM line_switch WHERE corporation_id = ${corporationId}::int AND id = ANY(${lines.flatMap(({ switches }) => switches.map(({ id }) => id))}::uuid[])`)
  const by = new Map(rows.map((row) => [row.id, row]))
  const nobody: Switcher = { switchedBy: null, operatorId: null, operatorDeskId: null }
  return lines.map((line) => ({
    ...line,
    switches: line.switches.map((one) => ({ ...nobody, ...by.get(one.id), ...one })),
  }))
}

export async function findLine(tx: Tx, { corporationId }: Pick<Place, 'corporationId'>, id: string) {
  return (await listLines(tx, [corporationId])).find((line) => line.id === id) ?? null
}

export type LineAdded = { ok: true; id: string } | { ok: false; reason: 'name-taken' }

export function addLine(scope: CorporationScope, { name, kind }: { name: string; kind: LineKind }): Promise<LineAdded> {
  return inScope(scope, async (tx): Promise<LineAdded> => {
    const [row] = await tx.sql<{ id: string }>(sql`
      INSERT INTO phone_line (corporation_id, name, kind) VALUES (${scope.corporationId}::int, ${name}, ${kind})
      ON CONFLICT (corporation_id, name) DO NOTHING RETURNING id`)
    if (!row) return { ok: false, reason: 'name-taken' }
    await recordAudit(tx, scope, { action: 'line:added', subject: 'line', subjectId: row.id })
    return { ok: true, id: row.id }
  })
}

export type HoursInput = { days: string[] } & (
  | Pick<OpenHours, 'opens' | 'closes' | 'deskId'>
  | { opens: null; closes: null; deskId: null }
)
export type HoursAdded =
  | { ok: true; added: number }
  | { ok: false; reason: 'not-found' | 'overlaps' | 'closed-that-day' | 'desk-does-not-serve'; day?: string }

/** The same interval, or a whole day closed, on each of these days: all of them, or none with the first day in the way. */
export function addHours(
  scope: CorporationScope,
  lineId: string,
  { days, ...interval }: HoursInput,
): Promise<HoursAdded> {
  return inScope(scope, async (tx): Promise<HoursAdded> => {
    const line = await lockLine(tx, scope, lineId)
    if (!line) return { ok: false, reason: 'not-found' }
    if (interval.deskId !== null && !(await mayAnswer(tx, scope, interval.deskId)))
      return { ok: false, reason: 'desk-does-not-serve' }
    const wanted = days.map((day) => ({ day, ...interval }) as Hours)
    for (const row of wanted) {
      const reason = inTheWay(line.hours, row)
      if (reason) return { ok: false, reason, day: row.day }
    }
    for (const { day, opens, closes, deskId } of wanted)
      await tx.sql(sql`
        INSERT INTO line_hours (corporation_id, line_id, day, opens, closes, desk_id)
        VALUES (${scope.corporationId}::int, ${lineId}::uuid, ${day}, ${opens}, ${closes}, ${deskId}::int)`)
    const details = { days, opens: interval.opens, closes: interval.closes, desk: interval.deskId }
    await recordAudit(tx, scope, { action: 'line:hours-added', subject: 'line', subjectId: lineId, details })
    return { ok: true, added: wanted.length }
  })
}

function inTheWay(hours: readonly Hours[], wanted: Hours): 'overlaps' | 'closed-that-day' | null {
  const sameDay = hours.filter(({ day }) => day === wanted.day)
  if (wanted.opens === null) return sameDay.length > 0 ? 'overlaps' : null
  if (sameDay.some(({ opens }) => opens === null)) return 'closed-that-day'
  return sameDay.some((row) => row.opens !== null && overlap(row, wanted)) ? 'overlaps' : null
}

/** Gives what it was; null when it is gone already. */
export function removeHours(scope: CorporationScope, lineId: string, hoursId: string): Promise<Hours | null> {
  return inScope(scope, async (tx) => {
    const removed = await tx.sql<Hours>(sql`
      DELETE FROM line_hours WHERE corporation_id = ${scope.corporationId}::int AND line_id = ${lineId}::uuid AND id = ${hoursId}::uuid
      RETURNING day, opens, closes, desk_id AS "deskId"`)
    const [row] = removed
    if (!row) return null
    const details = { days: [row.day] }
    await recordAudit(tx, scope, { action: 'line:hours-removed', subject: 'line', subjectId: lineId, details })
    return row
  })
}

export type SwitchInput = { kind: SwitchKind; until: Date | null; deskId: number | null }
export type Switched = { ok: true } | { ok: false; reason: 'not-found' | 'desk-does-not-serve' }

/** The corporation, or a desk that has it in hand. */
export type SwitchScope = CorporationScope | InHand

/**
 * From now on, until a moment or until somebody switches back: by the corporation, or by a desk that answers the line by
 * its hours, which sends it on, closes it or reports an outage.
 */
export function switchLine(
  scope: SwitchScope,
  lineId: string,
  { kind, until, deskId }: SwitchInput,
): Promise<Switched> {
  return inScope(scope, async (tx): Promise<Switched> => {
    const line = await findLine(tx, scope, lineId)
    if (!line || (scope.as === 'desk' && !answers(line.hours, scope.deskId))) return { ok: false, reason: 'not-found' }
    if (deskId !== null && !(await mayAnswer(tx, scope, deskId))) return { ok: false, reason: 'desk-does-not-serve' }
    if (await isSwitched(tx, scope, { lineId, kind, until, deskId })) return { ok: true }
    const [by, id] =
      scope.as === 'desk'
        ? [sql`operator_desk_id, operator_id`, sql`${scope.deskId}::int, ${scope.accountId}::uuid`]
        : [sql`switched_by`, sql`${scope.accountId}::uuid`]
    await tx.sql(sql`
      INSERT INTO line_switch (corporation_id, line_id, kind, from_at, until_at, desk_id, ${by})
      VALUES (${scope.corporationId}::int, ${lineId}::uuid, ${kind}, clock_timestamp(), ${until}::timestamptz, ${deskId}::int, ${id})`)
    const details = { kind, until: until?.toISOString() ?? null, to: deskId }
    await recordAudit(tx, scope, { action: 'line:switched', subject: 'line', subjectId: lineId, details })
    return { ok: true }
  })
}

/** Pressed twice it is there once: a second one below it would hold on when the first is switched back. One at a time for a line. */
async function isSwitched(
  tx: Tx,
  scope: SwitchScope,
  { lineId, kind, until, deskId }: SwitchInput & { lineId: string },
): Promise<boolean> {
  await tx.sql(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`line ${lineId}`}, 0))::text`)
  const [last] = await tx.sql<{ isSame: boolean }>(sql`
    SELECT kind = ${kind} AND until_at IS NOT DISTINCT FROM ${until}::timestamptz AND desk_id IS NOT DISTINCT FROM ${deskId}::int
      AND operator_desk_id IS NOT DISTINCT FROM ${scope.as === 'desk' ? scope.deskId : null}::int AS "isSame"
    FROM line_switch
    WHERE corporation_id = ${scope.corporationId}::int AND line_id = ${lineId}::uuid AND from_at <= clock_timestamp()
      AND (until_at IS NULL OR until_at > clock_timestamp())
    ORDER BY from_at DESC, id LIMIT 1`)
  return last?.isSame ?? false
}

/** Gives what it was; null when it holds no more, or when it is not this desk's to end. */
export function switchBack(scope: SwitchScope, lineId: string, switchId: string): Promise<SwitchInput | null> {
  return inScope(scope, async (tx) => {
    const [before] = await tx.sql<SwitchInput>(sql`
      SELECT kind, until_at AS until, desk_id AS "deskId" FROM line_switch
      WHERE corporation_id = ${scope.corporationId}::int AND line_id = ${lineId}::uuid AND id = ${switchId}::uuid`)
    const ended = await tx.sql(sql`
      UPDATE line_switch SET until_at = clock_timestamp()
      WHERE corporation_id = ${scope.corporationId}::int AND line_id = ${lineId}::uuid AND id = ${switchId}::uuid
        AND (until_at IS NULL OR until_at > clock_timestamp()) RETURNING 1`)
    if (!before || ended.length === 0) return null
    await recordAudit(tx, scope, { action: 'line:switched-back', subject: 'line', subjectId: lineId })
    return before
  })
}

/** Whoever changes a line does so one at a time. */
async function lockLine(tx: Tx, scope: CorporationScope, id: string): Promise<Line | null> {
  await tx.sql(
    sql`SELECT FROM phone_line WHERE corporation_id = ${scope.corporationId}::int AND id = ${id}::uuid FOR NO KEY UPDATE`,
  )
  return findLine(tx, scope, id)
}

/** Whether the corporation lets this desk answer, now or from a day to come. */
async function mayAnswer(tx: Tx, { corporationId }: Pick<Place, 'corporationId'>, deskId: number): Promise<boolean> {
  const found = await tx.sql(sql`
    SELECT 1 FROM desk_corporation WHERE corporation_id = ${corporationId}::int AND desk_id = ${deskId}::int
      AND (serves_until IS NULL OR serves_until > clock_timestamp())`)
  return found.length > 0
}
