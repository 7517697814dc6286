import { copyFileSync, mkdtempSync, readdirSync, renameSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { dataPath, env } from '#app/core/env.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { cancelImport } from '#app/tenant-lists/cancel-import.server.ts'
import { type ReceiveAnswer, receiveUpload } from '#app/tenant-lists/receive-upload.server.ts'
import { registerUpload } from '#app/tenant-lists/register-upload.server.ts'
import { storeUpload } from '#app/tenant-lists/store-upload.server.ts'
import { makeUploadPath } from '#app/tenant-lists/upload-files.server.ts'
import { reasonOf } from '#app/tenant-lists/upload-reasons.ts'
import { whileComing, whyNoRoom } from '#app/tenant-lists/upload-room.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { useDatabase } from '#tests/support/database.ts'
import { answerOf } from '#tests/support/signed-in.ts'
import { today } from './lists.ts'

beforeAll(useDatabase)
let coordinator: Actor
beforeEach(async () => {
  coordinator = await anActor(await aCorporation())
})

const boundary = 'xxxx'
const head = (fileName: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`
const end = `\r\n--${boundary}--\r\n`
const multipart = `multipart/form-data; boundary=${boundary}`
const lines = 'Huurdernr;Achternaam\r\nT1;Wit\r\n'

/** A request whose body comes in these pieces; a piece that is no text breaks the connection. */
function request(pieces: (string | Uint8Array | 'break')[], contentType = multipart): Request {
  const encoder = new TextEncoder()
  const left = [...pieces]
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await wait(5)
      const piece = left.shift()
      if (piece === undefined) controller.close()
      else if (piece === 'break') controller.error(new Error('The connection is gone.'))
      else controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece)
    },
  })
  const init = { method: 'POST', body, duplex: 'half', headers: { 'Content-Type': contentType } }
  return new Request('http://localhost:3000/imports/new', init as RequestInit)
}

const received = (...parameters: Parameters<typeof request>) =>
  answerOf(() => receiveUpload(coordinator, request(...parameters), today)) as Promise<ReceiveAnswer | Response>
const statusOf = (answer: unknown) => (answer instanceof Response ? answer.status : answer)
const kept = () => {
  try {
    return readdirSync(dataPath('uploads', String(coordinator.corporationId)))
  } catch {
    return []
  }
}

test('a form that ends too early is refused, wherever it ends, and leaves no file', async () => {
  const whole = `${head('lijst.csv')}${lines}`
  for (const part of [
    'xx',
    head('lijst.csv'),
    whole,
    head(''),
    `${whole}\r\n--${boundary}`,
    `--${boundary}\r\nfoo\r\n\r\n`,
  ]) {
    expect([part, statusOf(await received([part]))]).toEqual([part, 400])
  }
  expect(kept()).toEqual([])
})

test('an upload whose connection breaks leaves no file', async () => {
  expect(statusOf(await received([head('lijst.csv'), lines, 'break']))).toBe(400)
  expect(statusOf(await received([head('lijst.csv'), lines.repeat(200_000), lines, 'break']))).toBe(400)
  expect(kept()).toEqual([])
})

test('a file is on disk before anything of it is read: none comes after the upload broke and was taken away', async () => {
  const { corporationId } = coordinator
  const atFirst: string[][] = []
  // biome-ignore lint/correctness/useYield: it breaks before its first piece.
  async function* breaking(): AsyncGenerator<Uint8Array> {
    atFirst.push(kept())
    throw new Error('The connection is gone.')
  }
  const importId = uuidV7()
  await expect(storeUpload(breaking(), corporationId, importId)).rejects.toThrow('The connection is gone.')
  expect(atFirst).toEqual([[importId]])
  expect(kept()).toEqual([])
})

test('a form that does not say how it is divided is refused', async () => {
  expect(statusOf(await received([lines], 'multipart/form-data'))).toBe(400)
  expect(statusOf(await received([lines], 'text/csv'))).toEqual({ ok: false, reason: 'no-file' })
})

test('a file that is too large gets its answer, and is not kept', async () => {
  const megabyte = new Uint8Array(1024 * 1024)
  const answer = await received([head('lijst.xlsx'), 'PK\x03\x04', ...Array<Uint8Array>(30).fill(megabyte), end])
  expect(answer).toMatchObject({ ok: false, refusal: { reason: 'too-large' } })
  expect(kept()).toEqual([])
})

test('a day that is still to come is refused, and the file with it', async () => {
  const day = `--${boundary}\r\nContent-Disposition: form-data; name="listedOn"\r\n\r\n2026-12-01\r\n`
  expect(await received([day, head('lijst.csv'), lines, end])).toEqual({ ok: false, reason: 'bad-date' })
  expect(kept()).toEqual([])
})

test('a file name holds nothing that the database cannot', async () => {
  const named = head('x').replace('filename="x"', "filename*=utf-8''li%00jst.csv")
  expect(await received([named, lines, end])).toMatchObject({ importId: expect.any(String) })
})

/** The settings are read once; a test that wants others puts them back. */
async function withSettings(settings: Partial<ReturnType<typeof env>>, work: () => Promise<void>) {
  const before = { ...env() }
  Object.assign(env(), settings)
  try {
    await work()
  } finally {
    Object.assign(env(), before)
  }
}

test('a corporation has so many unfinished lists and no more, and stopping one makes room', () =>
  withSettings({ UNFINISHED_LISTS: 2 }, async () => {
    const first = await received([head('een.csv'), lines, end])
    expect(await received([head('twee.csv'), lines, end])).toMatchObject({ ok: true })
    expect(await received([head('drie.csv'), lines, end])).toEqual({ ok: false, reason: 'too-many-lists' })
    expect(kept()).toHaveLength(2)
    if (first instanceof Response || !('importId' in first)) throw new Error('not taken')
    await cancelImport(coordinator, first.importId, new Date())
    expect(await whyNoRoom(coordinator, 0)).toBe(null)
  }))

test('what is still coming in counts: many at once do not get past what one may', () =>
  withSettings({ UNFINISHED_LISTS: 2, UPLOADS_MB: 1 }, async () => {
    await whileComing(coordinator, 600_000, async () => {
      expect(await whyNoRoom(coordinator, 300_000)).toBe(null)
      expect(await whyNoRoom(coordinator, 600_000)).toBe('too-many-bytes')
      await whileComing(coordinator, 1, async () => expect(await whyNoRoom(coordinator, 1)).toBe('too-many-lists'))
    })
    expect(await whyNoRoom(coordinator, 600_000)).toBe(null)
  }))

const twentyAtOnce = () => Promise.all(Array.from({ length: 20 }, (_, at) => received([head(`${at}.csv`), lines, end])))
const taken = (answers: (ReceiveAnswer | Response)[]) => answers.filter((answer) => 'importId' in answer).length

test('of twenty at once just so many are taken as there may be, in one process', () =>
  withSettings({ UNFINISHED_LISTS: 3 }, async () => {
    const answers = await twentyAtOnce()
    expect(taken(answers)).toBe(3)
    expect(answers.filter((answer) => 'reason' in answer && answer.reason === 'too-many-lists')).toHaveLength(17)
    expect(kept()).toHaveLength(3)
  }))

test('of twenty that come to twenty processes at once no more are kept than there may be, and the others leave no file', () =>
  withSettings({ UNFINISHED_LISTS: 3 }, async () => {
    const { file, stored } = await aStoredFile()
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const importId = uuidV7()
        copyFileSync(file, await makeUploadPath(coordinator.corporationId, importId))
        return registerUpload(coordinator, { importId, fileName: 'a.csv', listedOn: today, isLimited: true }, stored)
      }),
    )
    expect(taken(answers)).toBe(3)
    expect(kept()).toHaveLength(3)
  }))

/** As it is on disk once it has come in. */
async function aStoredFile() {
  const importId = uuidV7()
  const stored = await storeUpload(Readable.from([Buffer.from(lines)]), coordinator.corporationId, importId)
  const file = join(mkdtempSync(join(tmpdir(), 'rondbel-stored-')), 'a.csv')
  renameSync(await makeUploadPath(coordinator.corporationId, importId), file)
  return { file, stored }
}

test('a list is for the eyes of Rondbel alone, also on the disk', async () => {
  await received([head('lijst.csv'), lines, end])
  const folder = dataPath('uploads', String(coordinator.corporationId))
  const modes = [join(folder, kept()[0] ?? ''), folder, dirname(folder)].map((path) => statSync(path).mode & 0o777)
  expect(modes.map((mode) => mode.toString(8))).toEqual(['600', '700', '700'])
})

test('a disk that is nearly full takes no list, whoever asks', () =>
  withSettings({ FREE_DISK_MB: 1_000_000_000 }, async () => {
    expect(await received([head('lijst.csv'), lines, end])).toEqual({ ok: false, reason: 'disk-full' })
    expect(kept()).toEqual([])
  }))

test('what sends a file hears why it was not taken, and a connection that is lost is no reason of ours', () => {
  expect([reasonOf(422, 'disk-full'), reasonOf(413, null)]).toEqual(['disk-full', 'too-large'])
  expect([reasonOf(0, null), reasonOf(422, 'x')]).toEqual(['lost', 'lost'])
})
