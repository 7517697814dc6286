import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { dataPath } from '#app/core/env.server.ts'

/** Where the file of an import stands: below the corporation, under the import's id and nothing a person typed. */
export const uploadPath = (corporationId: number, importId: string): string =>
  join(dataPath('uploads'), String(corporationId), importId)

export async function makeUploadPath(corporationId: number, importId: string): Promise<string> {
  await mkdir(dataPath('uploads', String(corporationId)), { recursive: true, mode: 0o700 })
  return uploadPath(corporationId, importId)
}

export const removeUpload = (corporationId: number, importId: string) =>
  rm(uploadPath(corporationId, importId), { force: true })

export const isUploadThere = (corporationId: number, importId: string): Promise<boolean> =>
  stat(uploadPath(corporationId, importId)).then(
    () => true,
    () => false,
  )
