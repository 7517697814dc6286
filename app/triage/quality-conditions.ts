import { rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { againHours, openMinutes, type RunView, slowSeconds, type Whole } from './quality-figures.ts'

const holds = sql`r.replaced_at IS NULL`
const judged = sql`r.replaced_at IS NULL AND r.verdict IS NOT NULL`
const byProtocol = sql`r.verdict->>'class'`
/** As it was given in the end: what an operator made of it, else what the protocol says. */
const given = (run: 'r' | 'later') =>
  rawSql(`coalesce(${run}.override->>'class', ${run}.verdict->>'class') IN ('danger', 'urgent')`)
const notUrgent = sql`${judged} AND NOT ${given('r')}`

/** The same person, or somebody of the same home when it is not known who rang, and now it is urgent. */
const again = sql`${notUrgent} AND EXISTS (
  SELECT FROM desk_contact before
  JOIN desk_contact again ON again.corporation_id = before.corporation_id AND again.id <> before.id
    AND (again.tenant_id = before.tenant_id OR (before.tenant_id IS NULL AND again.home_id = before.home_id))
  JOIN triage_run later ON later.corporation_id = again.corporation_id AND later.contact_id = again.id
    AND later.replaced_at IS NULL AND ${given('later')}
  WHERE before.corporation_id = r.corporation_id AND before.id = r.contact_id
    AND later.started_at > r.started_at AND later.started_at <= r.judged_at + make_interval(hours => ${againHours}::int))`

/** What each figure counts of `triage_run r`, in SQL: the counts and the rows behind them are the same. */
export const conditions = (now: Date): Record<RunView | Whole, SqlPart> => ({
  started: sql`true`,
  judged,
  danger: sql`${judged} AND ${byProtocol} = 'danger'`,
  urgent: sql`${judged} AND ${byProtocol} = 'urgent'`,
  'working-day': sql`${judged} AND ${byProtocol} = 'working-day'`,
  none: sql`${judged} AND ${byProtocol} = 'none'`,
  raised: sql`${judged} AND r.override->>'direction' = 'up'`,
  lowered: sql`${judged} AND r.override->>'direction' = 'down'`,
  'not-urgent': notUrgent,
  'rang-again': again,
  open: sql`${holds} AND r.verdict IS NULL AND r.started_at < ${now}::timestamptz - make_interval(mins => ${openMinutes}::int)`,
  replaced: sql`r.replaced_at IS NOT NULL`,
  slow: sql`${judged} AND r.judged_at > r.started_at + make_interval(secs => ${slowSeconds}::int)`,
  corrected: sql`${holds} AND cardinality(r.corrected) > 0`,
  'read-back': sql`${judged} AND r.read_back_at IS NOT NULL`,
  'read-back-corrected': sql`${judged} AND r.read_back_at IS NOT NULL AND r.read_back_corrected`,
  'with-safety': sql`${judged} AND r.safety_lines > 0`,
  'safety-unread': sql`${judged} AND r.safety_read < r.safety_lines`,
})
