import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { pageOf } from '#app/lists/query-choice.ts'
import { columnSamples } from './column-samples.server.ts'
import { groupCounts } from './group-counts.ts'
import { isRowGroup, listImportRows, type RowGroup, rowsPerPage } from './import-rows.server.ts'
import { stepOf } from './import-state.ts'
import { type FoundImport, findImport } from './imports.server.ts'

/** What the page of one list shows, at the step that it is at or that the address asks for. */
export type ImportPage = NonNullable<Awaited<ReturnType<typeof findImportPage>>>

/** Null when there is no such list in this corporation. */
export async function findImportPage(
  actor: Actor,
  importId: string,
  { search, now }: { search: URLSearchParams; now: Date },
) {
  const found = isUuid(importId) ? await findImport(actor, importId, now) : null
  if (!found) return null
  const step = stepOf(found.state, found.inspection ? search.get('step') : null)
  const withCircumstances = can(actor, 'tenant:read-circumstances')
  const samples =
    step === 2 && found.mapping
      ? await columnSamples(actor, importId, { mapping: found.mapping, withCircumstances })
      : { values: [], letters: [] }
  const [rows, gone] = [await rowsOf(actor, found, search), await goneOf(actor, found, search)]
  const seemsDeceased = await seemsDeceasedIn(actor, found)
  return { found, step, samples, rows, gone, seemsDeceased, now: now.toISOString(), refused: search.get('refused') }
}

/** Whoever would be gone is named before somebody says yes to it, however few they are. */
async function goneOf(actor: Actor, found: FoundImport, search: URLSearchParams) {
  if (found.state !== 'checked' || !found.counts?.gone) return null
  const page = pageOf(search.get('gone'))
  return { page, ...(await listGroup(actor, found, { group: 'gone', page })) }
}

/** Asked before the list is applied. */
async function seemsDeceasedIn(actor: Actor, found: FoundImport) {
  const asked = found.warnings.find(({ code }) => code === 'seem-deceased')
  if (found.state !== 'checked' || asked?.code !== 'seem-deceased') return null
  return { total: asked.rows, ...(await listGroup(actor, found, { group: 'seems-deceased', page: 1 })) }
}

async function listGroup(
  actor: Actor,
  { id, mapping }: FoundImport,
  { group, page }: { group: RowGroup; page: number },
) {
  const withCircumstances = can(actor, 'tenant:read-circumstances')
  return {
    perPage: rowsPerPage,
    canOpenTenant: can(actor, 'tenant:read'),
    list: await listImportRows(actor, id, { group, page, withCircumstances, mapping }),
  }
}

/** Of a list that waits for a yes, the first group is open already. */
async function rowsOf(actor: Actor, found: FoundImport, search: URLSearchParams) {
  const first = found.state === 'checked' && search.get('step') === null ? (groupCounts(found)[0]?.[0] ?? null) : null
  const [group, page] = [search.get('group') ?? first, pageOf(search.get('page'))]
  if (!isRowGroup(group)) return null
  return { group, page, ...(await listGroup(actor, found, { group, page })) }
}
