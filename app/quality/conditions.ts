import { rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { againHours, openMinutes, type RunView, slowSeconds, type Whole } from './figures.ts'

/**
 * The runs of `which`, as the conditions read them: `class` is what the protocol said, `given` what it was in the end. Taken out
 * of the JSON once for all of them; OFFSET keeps the planner from doing that anew in each.
 */
export const judgedRuns = (which: SqlPart): SqlPart => sql`(
  SELECT r.corporation_id, r.id, r.contact_id, r.kind, r.started_at, r.judged_at, r.replaced_at, r.read_back_at, r.corrected,
    r.read_back_corrected, r.safety_lines, r.safety_read, r.answers, r.override, r.verdict->>'end' AS "end", (r.verdict->>'rule')::int AS rule,
    r.verdict->>'class' AS class, (r.verdict->>'hours')::int AS hours, r.override->>'direction' AS direction,
    coalesce(r.override->>'class', r.verdict->>'class') AS given
  FROM triage_run r WHERE ${which} OFFSET 0) r`

const holds = sql`r.replaced_at IS NULL`
const judged = sql`r.replaced_at IS NULL AND r.judged_at IS NOT NULL`
const isUrgent = rawSql(`IN ('danger', 'urgent')`)
const notUrgent = sql`${judged} AND r.given NOT ${isUrgent}`

/**
 * The same person, or somebody of the same home when it is not known who rang, and now it is urgent. CASE: asked of each run that
 * could wait, and never turned into a join of all contacts there are.
 */
const again = sql`CASE WHEN ${notUrgent} THEN EXISTS (
  SELECT FROM desk_contact before
  JOIN desk_contact again ON again.corporation_id = before.corporation_id AND again.id <> before.id
    AND (again.tenant_id = before.tenant_id OR (before.tenant_id IS NULL AND again.home_id = before.home_id))
  JOIN triage_run later ON later.corporation_id = again.corporation_id AND later.contact_id = again.id
    AND later.replaced_at IS NULL AND coalesce(later.override->>'class', later.verdict->>'class') ${isUrgent}
  WHERE before.corporation_id = r.corporation_id AND before.id = r.contact_id
    AND later.started_at > r.started_at AND later.started_at <= r.judged_at + make_interval(hours => ${againHours}::int))
  ELSE false END`

/** What each figure counts of `judgedRuns`, in SQL: the counts and the rows behind them are the same. */
export const conditions = (now: Date): Record<RunView | Whole, SqlPart> => ({
  started: sql`true`,
  judged,
  danger: sql`${judged} AND r.class = 'danger'`,
  urgent: sql`${judged} AND r.class = 'urgent'`,
  'working-day': sql`${judged} AND r.class = 'working-day'`,
  none: sql`${judged} AND r.class = 'none'`,
  raised: sql`${judged} AND r.direction = 'up'`,
  lowered: sql`${judged} AND r.direction = 'down'`,
  'not-urgent': notUrgent,
  'rang-again': again,
  open: sql`${holds} AND r.judged_at IS NULL AND r.started_at < ${now}::timestamptz - make_interval(mins => ${openMinutes}::int)`,
  replaced: sql`r.replaced_at IS NOT NULL`,
  slow: sql`${judged} AND r.judged_at > r.started_at + make_interval(secs => ${slowSeconds}::int)`,
  corrected: sql`${holds} AND cardinality(r.corrected) > 0`,
  'read-back': sql`${judged} AND r.read_back_at IS NOT NULL`,
  'read-back-corrected': sql`${judged} AND r.read_back_at IS NOT NULL AND r.read_back_corrected`,
  'with-safety': sql`${judged} AND r.safety_lines > 0`,
  'safety-unread': sql`${judged} AND r.safety_read < r.safety_lines`,
})
