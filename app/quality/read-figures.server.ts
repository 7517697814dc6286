import { type CorporationScope, type DeskScope, inScopeSql } from '#app/core/scope.server.ts'
import { joinSql, rawSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { VerdictClass } from '#app/triage/protocol.ts'
import type { Override } from '#app/triage/run.ts'
import { conditions, judgedRuns } from './conditions.ts'
import {
  type Figures,
  type OverrideFigures,
  type Quality,
  type QuestionFigures,
  type ReplacedFigures,
  type RunView,
  runViews,
  wholes,
} from './figures.ts'
import type { QualityFilter } from './filter.ts'

/** Whoever looks: a desk over all that it serves now, or a corporation over what is its own. */
export type Onlooker = DeskScope | CorporationScope
export type Asked = Pick<QualityFilter, 'days' | 'kind' | 'corporationId'> & { now: Date }

/** The runs that were started in the period, of the desk or of the corporation. */
export function askedRuns(onlooker: Onlooker, { days, kind, corporationId, now }: Asked): SqlPart {
  const since = new Date(now.getTime() - days * 86_400_000)
  const whose =
    onlooker.as === 'desk'
      ? sql`r.desk_id = ${onlooker.deskId}::int AND (${corporationId}::int IS NULL OR r.corporation_id = ${corporationId}::int)`
      : sql`r.corporation_id = ${onlooker.corporationId}::int`
  return sql`${whose} AND r.started_at >= ${since}::timestamptz AND r.started_at <= ${now}::timestamptz
    AND (${kind}::text IS NULL OR r.kind = ${kind}::text)`
}

/** What came of the callers of a period, counted where they stand: no run is read. */
export function readQuality(onlooker: Onlooker, asked: Asked): Promise<Quality> {
  return inScopeSql(onlooker, async (tx) => ({
    ...(await countRuns(tx, onlooker, asked)),
    questions: await countAnswers(tx, onlooker, asked),
    overrides: await countOverrides(tx, onlooker, asked),
    replaced: await countReplaced(tx, onlooker, asked),
  }))
}

type Row = Figures & {
  kind: TriageKind | null
  corporationId: number | null
  end: string | null
  rule: number | null
  of: 'all' | 'kind' | 'corporation' | 'end'
}

const names = [...runViews, ...wholes]

async function countRuns(tx: SqlRunner, onlooker: Onlooker, asked: Asked) {
  const all = conditions(asked.now)
  const facts = names.map((name) => sql`(${all[name]}) AS ${rawSql(`"${name}"`)}`)
  const counts = names.map((name) => rawSql(`(count(*) FILTER (WHERE "${name}"))::int AS "${name}"`))
  const rows = await tx.sql<Row>(sql`
    WITH counted AS MATERIALIZED (
      SELECT r.kind, r.corporation_id AS "corporationId", r."end", r.rule,
        CASE WHEN r.replaced_at IS NULL THEN extract(epoch FROM r.judged_at - r.started_at)::float END AS seconds, ${joinSql(facts, ', ')}
      FROM ${judgedRuns(askedRuns(onlooker, asked))})
    SELECT kind, "corporationId", "end", rule, ${joinSql(counts, ', ')},
      percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS half, percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds) AS most,
      CASE grouping(kind, "corporationId", "end") WHEN 7 THEN 'all' WHEN 3 THEN 'kind' WHEN 5 THEN 'corporation' ELSE 'end' END AS of
    FROM counted GROUP BY GROUPING SETS ((), (kind), ("corporationId"), (kind, "end", rule))
    ORDER BY judged DESC, kind, "corporationId", rule, "end"`)
  return sorted(rows)
}

function sorted(rows: readonly Row[]): Pick<Quality, 'all' | 'kinds' | 'corporations' | 'ends'> {
  const found: Pick<Quality, 'all' | 'kinds' | 'corporations' | 'ends'> = {
    all: nothing(),
    kinds: [],
    corporations: [],
    ends: [],
  }
  for (const { of, kind, corporationId, end, rule, ...figures } of rows) {
    if (of === 'all') found.all = figures
    if (of === 'kind' && kind) found.kinds.push({ ...figures, kind })
    if (of === 'corporation' && corporationId) found.corporations.push({ ...figures, corporationId })
    if (of === 'end' && kind && end !== null && rule !== null) found.ends.push({ ...figures, kind, end, rule })
  }
  return found
}

const nothing = (): Figures =>
  ({ ...Object.fromEntries(names.map((name) => [name, 0])), half: null, most: null }) as Figures

/** What was answered to each question, by callers of whom the run still holds. */
const countAnswers = (tx: SqlRunner, onlooker: Onlooker, asked: Asked) =>
  tx.sql<QuestionFigures>(sql`
    SELECT r.kind, given.key AS question, (count(*) FILTER (WHERE given.value = 'yes'))::int AS yes,
      (count(*) FILTER (WHERE given.value = 'no'))::int AS no, (count(*) FILTER (WHERE given.value = 'unknown'))::int AS unknown,
      (count(*) FILTER (WHERE given.key = ANY(r.corrected)))::int AS corrected
    FROM triage_run r CROSS JOIN LATERAL jsonb_each_text(r.answers) given
    WHERE ${askedRuns(onlooker, asked)} AND r.replaced_at IS NULL
    GROUP BY r.kind, given.key ORDER BY r.kind, unknown DESC, given.key`)

const countOverrides = (tx: SqlRunner, onlooker: Onlooker, asked: Asked) =>
  tx.sql<OverrideFigures>(sql`
    SELECT r.kind, r.verdict->>'end' AS "end", r.override->>'direction' AS direction, r.override->>'class' AS class,
      (r.override->>'hours')::int AS hours, r.override->>'reason' AS reason, count(*)::int AS count
    FROM triage_run r
    WHERE ${askedRuns(onlooker, asked)} AND r.replaced_at IS NULL AND r.verdict IS NOT NULL AND r.override IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY count DESC, 1, 2, 3, 4, 5, 6`)

/** As what a caller was judged after all: what came next for the same contact. */
const countReplaced = (tx: SqlRunner, onlooker: Onlooker, asked: Asked) =>
  tx.sql<ReplacedFigures>(sql`
    SELECT r.kind, next.kind AS "to", count(*)::int AS count
    FROM triage_run r
    CROSS JOIN LATERAL (
      SELECT later.kind FROM triage_run later
      WHERE later.corporation_id = r.corporation_id AND later.contact_id = r.contact_id AND later.started_at >= r.replaced_at
      ORDER BY later.started_at LIMIT 1) next
    WHERE ${askedRuns(onlooker, asked)} AND r.replaced_at IS NOT NULL AND next.kind <> r.kind
    GROUP BY 1, 2 ORDER BY count DESC, 1, 2`)

/** A run behind a figure: codes, and the contact it is of. */
export type QualityRun = {
  id: string
  contactId: string
  corporation: string
  kind: TriageKind
  startedAt: Date
  seconds: number | null
  rule: number | null
  class: VerdictClass | null
  hours: number | null
  override: Override | null
}

export type AskedRuns = Asked & Pick<QualityFilter, 'view' | 'end' | 'question'>

/** The runs that one figure counts, the newest first. */
export function listRuns(
  onlooker: Onlooker,
  asked: AskedRuns,
  { from, most }: { from: number; most: number },
): Promise<{ rows: QualityRun[]; total: number }> {
  const { view, end, question, now } = asked
  const shown: RunView | 'answered' = question ? 'answered' : view
  const which =
    shown === 'answered'
      ? sql`r.replaced_at IS NULL AND r.answers->>${question}::text = 'unknown'`
      : conditions(now)[shown]
  return inScopeSql(onlooker, async (tx) => {
    const rows = await tx.sql<QualityRun & { total: number }>(sql`
      SELECT r.id, r.contact_id AS "contactId", c.name AS corporation, r.kind, r.started_at AS "startedAt",
        extract(epoch FROM r.judged_at - r.started_at)::float AS seconds, r.rule, r.class, r.hours, r.override,
        count(*) OVER ()::int AS total
      FROM ${judgedRuns(askedRuns(onlooker, asked))} JOIN corporation c ON c.id = r.corporation_id
      WHERE ${which} AND (${end}::text IS NULL OR r."end" = ${end}::text)
      ORDER BY r.started_at DESC, r.id LIMIT ${most}::int OFFSET ${from}::int`)
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
  })
}
