import { systemScope } from '#app/core/scope.server.ts'
import { startApplication } from '#app/tenant-lists/apply-import.server.ts'
import { confirmMapping } from '#app/tenant-lists/confirm-mapping.server.ts'
import { importFromPath } from '#app/tenant-lists/receive-upload.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { listedOn } from './a-list.ts'

type Mapping = Parameters<typeof confirmMapping>[2]
export type Import = { corporationId: number; importId: string; mapping: Mapping }

/** Every warning that a list of a new corporation may ask about. */
export const allWarnings = ['unknown-tenants', 'older-list', 'many-gone', 'many-rejected']

/** A list in a corporation of its own. */
export async function listReceived(path: string): Promise<Import> {
  const { id: corporationId } = await aCorporation()
  const answer = await importFromPath(systemScope(corporationId), { path, fileName: 'huurders.csv', listedOn })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return { corporationId, importId: answer.importId, mapping: answer.mapping }
}

/** Asks for what a worker does. */
export const checkList = ({ corporationId, importId, mapping }: Import) =>
  asked(confirmMapping(systemScope(corporationId), importId, mapping))
export const applyList = ({ corporationId, importId }: Import) =>
  asked(startApplication(systemScope(corporationId), importId, allWarnings))

async function asked(answer: Promise<{ ok: boolean }>) {
  if (!(await answer).ok) throw new Error('A list was refused.')
}
