import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import busboy from 'busboy'
import { z } from 'zod'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { type RegisterAnswer, registerUpload } from './register-upload.server.ts'
import { type StoredFile, storeUpload } from './store-upload.server.ts'

export type ReceiveAnswer = RegisterAnswer | { ok: false; reason: 'no-file' | 'bad-date' }

/** Takes a multipart form with one file (`file`) and the day the list was made (`listedOn`, today when left out). */
export async function receiveUpload(scope: CorporationScope, request: Request, today: string): Promise<ReceiveAnswer> {
  const importId = uuidV7()
  const form = await readForm(request, scope.corporationId, importId)
  if (!form.file || form.fileName === '') return { ok: false, reason: 'no-file' }
  const listedOn = z.iso.date().safeParse(form.listedOn || today)
  if (!listedOn.success || listedOn.data > today) return { ok: false, reason: 'bad-date' }
  return registerUpload(scope, { importId, fileName: form.fileName, listedOn: listedOn.data }, form.file)
}

/** A file on this machine, for the command line, the demo and tests. */
export async function importFromPath(
  scope: CorporationScope,
  { path, fileName, listedOn }: { path: string; fileName: string; listedOn: string },
): Promise<RegisterAnswer> {
  const importId = uuidV7()
  const stored = await storeUpload(createReadStream(path), scope.corporationId, importId)
  return registerUpload(scope, { importId, fileName, listedOn }, stored)
}

type Form = { file: StoredFile | null; fileName: string; listedOn: string }

async function readForm(request: Request, corporationId: number, importId: string): Promise<Form> {
  const form: Form = { file: null, fileName: '', listedOn: '' }
  const contentType = request.headers.get('Content-Type') ?? ''
  if (!request.body || !contentType.startsWith('multipart/form-data')) return form
  const parser = busboy({
    headers: { 'content-type': contentType },
    defParamCharset: 'utf8',
    limits: { files: 1, fields: 10, fieldSize: 1000 },
  })
  let storing: Promise<StoredFile> | null = null
  parser.on('field', (name, value) => {
    if (name === 'listedOn') form.listedOn = value
  })
  parser.on('file', (_name, stream, { filename }) => {
    form.fileName = filename ?? ''
    // A browser sends an empty part for a file that was not chosen.
    if (form.fileName === '') stream.resume()
    else storing = storeUpload(stream, corporationId, importId)
  })
  await pump(request.body, parser, () => storing)
  form.file = await (storing as Promise<StoredFile> | null)
  return form
}

async function pump(body: ReadableStream<Uint8Array>, parser: busboy.Busboy, storing: () => Promise<unknown> | null) {
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
  const parsed = new Promise<void>((resolve, reject) => {
    parser.on('close', resolve)
    parser.on('error', reject)
    source.on('error', reject)
  })
  source.pipe(parser)
  await parsed.catch(async (error) => {
    await storing()?.catch(() => {})
    throw error
  })
}
