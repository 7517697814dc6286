import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { z } from 'zod'
import { badRequest } from '#app/core/http-errors.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { type RegisterAnswer, registerUpload } from './register-upload.server.ts'
import { type StoredFile, storeUpload } from './store-upload.server.ts'
import { removeUpload } from './upload-files.server.ts'
import { type NoRoom, whileComing } from './upload-room.server.ts'

export type ReceiveAnswer = RegisterAnswer | { ok: false; reason: 'no-file' | 'bad-date' | NoRoom }

/** Takes a multipart form with one file (`file`) and the day the list was made (`listedOn`, today when left out). */
export async function receiveUpload(scope: CorporationScope, request: Request, today: string): Promise<ReceiveAnswer> {
  const bytes = Number(request.headers.get('Content-Length') ?? 0)
  return whileComing(scope, bytes, async (noRoom) => {
    if (!noRoom) return takeUpload(scope, request, today).catch(refusedByDisk)
    // What is not taken is still let in to its end: a browser hears an answer only when it has sent everything.
    await request.body?.pipeTo(new WritableStream()).catch(() => {})
    return { ok: false, reason: noRoom }
  })
}

/** There was room when it began. */
function refusedByDisk(error: unknown): ReceiveAnswer {
  if ((error as { code?: string }).code !== 'ENOSPC') throw error
  return { ok: false, reason: 'disk-full' }
}

async function takeUpload(scope: CorporationScope, request: Request, today: string): Promise<ReceiveAnswer> {
  const importId = uuidV7()
  const form = await readForm(request, scope.corporationId, importId)
  if (!form.file || form.fileName === '') return { ok: false, reason: 'no-file' }
  const listedOn = z.iso.date().safeParse(form.listedOn || today)
  if (!listedOn.success || listedOn.data > today) {
    await removeUpload(scope.corporationId, importId)
    return { ok: false, reason: 'bad-date' }
  }
  const upload = { importId, fileName: form.fileName, listedOn: listedOn.data, isLimited: true }
  return registerUpload(scope, upload, form.file)
}

/** A file on this machine, for the command line, the demo and tests. */
export async function importFromPath(
  scope: CorporationScope,
  { path, fileName, listedOn }: { path: string; fileName: string; listedOn: string },
): Promise<RegisterAnswer> {
  const importId = uuidV7()
  const stored = await storeUpload(createReadStream(path), scope.corporationId, importId)
  const answer = await registerUpload(scope, { importId, fileName, listedOn, isLimited: false }, stored)
  if (!('importId' in answer)) throw new Error('A list that is not limited had no room.')
  return answer
}

type Form = { file: StoredFile | null; fileName: string; listedOn: string }

async function readForm(request: Request, corporationId: number, importId: string): Promise<Form> {
  const form: Form = { file: null, fileName: '', listedOn: '' }
  const contentType = request.headers.get('Content-Type') ?? ''
  if (!request.body || !contentType.startsWith('multipart/form-data')) return form
  const parser = parserFor(contentType)
  let storing: Promise<StoredFile> | null = null
  parser.on('field', (name, value) => {
    if (name === 'listedOn') form.listedOn = value
  })
  parser.on('file', (_name, stream, { filename }) => {
    form.fileName = (filename ?? '').replaceAll('\0', '')
    // A request that breaks off breaks this too, perhaps before anybody reads from it.
    stream.on('error', () => {})
    // A browser sends an empty part for a file that was not chosen.
    if (form.fileName === '') return void stream.resume()
    storing = storeUpload(stream.iterator({ destroyOnReturn: false }), corporationId, importId)
    // Of a file that is let go of the rest must still pass by, or the request never ends.
    storing.catch(() => {}).finally(() => stream.resume())
  })
  const isWhole = await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), parser).then(
    () => true,
    () => false,
  )
  const stored = await (storing as Promise<StoredFile> | null)?.catch((error) => {
    throw isWhole ? error : badRequest()
  })
  if (!isWhole) {
    await removeUpload(corporationId, importId)
    throw badRequest()
  }
  return { ...form, file: stored ?? null }
}

function parserFor(contentType: string): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': contentType },
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 10, fieldSize: 1000 },
    })
  } catch {
    throw badRequest()
  }
}
