import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { countHomes } from '#app/segments/count-selection.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { mappingSchema } from '#imports/mapping-schema.ts'
import { refused, UsageError, usage } from './cli-answer.ts'
import { inScopeSql, systemScope } from './core/scope.server.ts'
import { findCorporation } from './corporations/corporations.server.ts'
import { parseCriteria } from './segments/criteria.ts'
import { isPresetName, presets } from './segments/presets.ts'
import { importTenantList } from './tenant-lists/import-tenant-list.server.ts'

type ImportOptions = { corporation: string; mapping?: string; today?: string; apply?: boolean }
type CountOptions = { corporation: string; preset?: string; criteria?: string; today?: string }

/** Checks a list and, when asked to and nothing stands in the way, applies it. */
export async function importFromCommand(
  path: string,
  { corporation: slug, mapping: mappingFile, today, apply = false }: ImportOptions,
) {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`There is no file ${path}.`)
  const { id, timeZone } = await corporationCalled(slug)
  const mapping = mappingFile ? usage(mappingSchema, readJson(mappingFile)) : undefined
  const day = today ?? dateIn(timeZone, new Date())
  const answer = await importTenantList(
    systemScope(id),
    { path, fileName: basename(path), mapping, today: day, apply },
    campaignsFollowLists,
  )
  if (!answer.ok) return refused(answer.refusal.reason, answer)
  return {
    file: basename(path),
    today: day,
    applied: answer.applied,
    ...answer.counts,
    warnings: answer.warnings,
    importId: answer.importId,
  }
}

export async function countFromCommand({ corporation: slug, preset, criteria: criteriaFile, today }: CountOptions) {
  if (Boolean(preset) === Boolean(criteriaFile)) throw new UsageError('Give one of --preset and --criteria.')
  const { id, timeZone } = await corporationCalled(slug)
  const criteria = preset && isPresetName(preset) ? presets[preset] : criteriaIn(criteriaFile as string)
  const day = today ?? dateIn(timeZone, new Date())
  const scope = systemScope(id)
  const counts = await inScopeSql(scope, (tx) => countHomes(tx, scope, { criteria, options: { today: day, timeZone } }))
  const exclusions = Object.fromEntries(counts.exclusions.map(({ reason, homes }) => [reason, homes]))
  return { today: day, ...counts, exclusions }
}

async function corporationCalled(slug: string) {
  return (await findCorporation(slug)) ?? refused('no-such-corporation', { corporation: slug })
}

function criteriaIn(file: string) {
  const parsed = parseCriteria(readJson(file))
  if (!parsed.ok) throw new UsageError(`The selection in ${file} cannot be used: ${parsed.reason}.`)
  return parsed.criteria
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch {
    throw new UsageError(`${file} holds no JSON.`)
  }
}
