import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import type { ImportState } from './import-state.ts'

export type LastImport = { id: string; fileName: string; state: ImportState; at: string; rows: number | null }

export async function findLastImport(
  tx: Tx,
  { corporationId }: Pick<CorporationScope, 'corporationId'>,
): Promise<LastImport | null> {
  const found = await tx.tenantImport.findFirst({
    where: { corporationId },
    orderBy: { uploadedAt: 'desc' },
    select: { id: true, fileName: true, state: true, uploadedAt: true, appliedAt: true, counts: true },
  })
  if (!found) return null
  const { id, fileName, state, uploadedAt, appliedAt } = found
  const rows = (found.counts as { rows?: number } | null)?.rows ?? null
  return { id, fileName, state: state as ImportState, at: (appliedAt ?? uploadedAt).toISOString(), rows }
}
