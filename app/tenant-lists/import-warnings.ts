import { type ColumnWarning, columnWarnings } from './column-warnings.ts'
import type { ImportCounts } from './import-counts.ts'
import { rejectedRows } from './import-counts.ts'
import { reasonKey } from './reason-keys.ts'

/** Something to say yes to before a list is applied. */
export type ImportWarning =
  | { code: 'field-changes-much'; field: string; rows: number; percent: number }
  | { code: 'many-gone'; gone: number; known: number; percent: number }
  | { code: 'many-rejected'; rejected: number; rows: number; percent: number }
  | { code: 'unknown-tenants'; known: number }
  | { code: 'campaign-loses'; campaignId: string; name: string; homes: number; appointments: number }
  | ColumnWarning
  | { code: 'older-list'; listedOn: string; newestListedOn: string }
  /** Asked by name, in a form of its own. */
  | { code: 'seem-deceased'; rows: number }
  | { code: 'mixed-date-orders'; rows: number }

/** A warning as it is kept: with whether somebody said yes to it. */
export type AskedWarning = ImportWarning & { confirmed: boolean }

const muchChanged = 0.3
const manyGone = 0.1
const manyRejected = 0.1
/** Homes of one campaign; of fewer it is said without asking, unless somebody counts on a call. */
const manyHomes = 10

type Around = {
  /** yyyy-mm-dd */
  listedOn: string
  /** The newest date among the lists that were applied; null when there are none. */
  newestListedOn: string | null
  /** What was chosen for the columns against their names. */
  chosenOtherwise?: ColumnWarning[]
}

/** What is so unusual about a list that somebody should say yes to it. */
export function warningsOf(
  counts: ImportCounts,
  { listedOn, newestListedOn, chosenOtherwise = [] }: Around,
): ImportWarning[] {
  const ofColumns = [...chosenOtherwise, ...(counts.columns ? columnWarnings(counts.columns) : [])]
  const asked = new Set(ofColumns.map(({ field }) => field))
  const warnings: ImportWarning[] = [...ofColumns]
  const existing = counts.changed + counts.unchanged
  if (counts.known > 0 && existing === 0 && counts.new > 0)
    warnings.push({ code: 'unknown-tenants', known: counts.known })
  if (newestListedOn !== null && listedOn < newestListedOn)
    warnings.push({ code: 'older-list', listedOn, newestListedOn })
  warnings.push(...ofCells(counts))
  for (const [field, rows] of Object.entries(counts.changedFields)) {
    if (field !== 'goneSince' && !asked.has(field) && rows > 0 && rows >= existing * muchChanged) {
      warnings.push({ code: 'field-changes-much', field, rows, percent: percentOf(rows, existing) })
    }
  }
  if (counts.gone > 0 && counts.gone >= counts.known * manyGone) {
    warnings.push({
      code: 'many-gone',
      gone: counts.gone,
      known: counts.known,
      percent: percentOf(counts.gone, counts.known),
    })
  }
  const rejected = rejectedRows(counts)
  if (rejected > 0 && rejected >= counts.rows * manyRejected) {
    warnings.push({ code: 'many-rejected', rejected, rows: counts.rows, percent: percentOf(rejected, counts.rows) })
  }
  return [...warnings, ...lossWarnings(counts)]
}

/** Campaigns that lose so much that somebody should say yes to it. */
export const lossWarnings = ({ effects }: Pick<ImportCounts, 'effects'>): ImportWarning[] =>
  (effects?.campaigns ?? [])
    .filter(({ homes, appointments }) => appointments > 0 || homes >= manyHomes)
    .map((loss) => ({ code: 'campaign-loses', ...loss }))

/** What single cells say that somebody should say yes to. */
function ofCells({ warned }: ImportCounts): ImportWarning[] {
  const deceased = warned[reasonKey('seems-deceased')] ?? 0
  const turned = warned[reasonKey('other-date-order')] ?? 0
  return [
    ...(deceased > 0 ? [{ code: 'seem-deceased', rows: deceased } as const] : []),
    ...(turned > 0 ? [{ code: 'mixed-date-orders', rows: turned } as const] : []),
  ]
}

/** What a tick is called: one per warning. */
export function warningKey(warning: ImportWarning): string {
  if ('field' in warning) return `${warning.code}:${warning.field}`
  return warning.code === 'campaign-loses' ? `${warning.code}:${warning.campaignId}` : warning.code
}

const percentOf = (part: number, whole: number) => Math.round((part / Math.max(whole, 1)) * 100)
