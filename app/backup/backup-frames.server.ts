import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { CannotStart } from '#app/core/cannot-start.ts'

// A backup is one gzip stream of frames: a letter, the length of what follows in four bytes, and what follows. Tables are
// longer than memory, and nobody knows how long before they have been read: their bytes come in frames of a megabyte at most.

const letters = { head: 'H', entry: 'E', bytes: 'B', manifest: 'M' } as const
export type FrameKind = keyof typeof letters
export type Frame = { kind: FrameKind; content: Buffer }

const headBytes = 5
const longestFrame = 1_048_576

/** Why a file is not taken. */
export class UnusableBackup extends CannotStart {}

export function* framesOf(kind: FrameKind, content: Buffer): Generator<Buffer> {
  for (let at = 0; at < Math.max(content.length, 1); at += longestFrame) {
    const part = content.subarray(at, at + longestFrame)
    const head = Buffer.alloc(headBytes)
    head.write(letters[kind], 'latin1')
    head.writeUInt32BE(part.length, 1)
    yield head
    yield part
  }
}

export const jsonFrame = (kind: FrameKind, value: object) => [...framesOf(kind, Buffer.from(JSON.stringify(value)))]

/** Throws UnusableBackup at what is no frame, or when the file ends in the middle of one. */
export async function* readFrames(path: string): AsyncGenerator<Frame> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of unpacked(path)) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (let frame = frameIn(rest); frame; frame = frameIn(rest)) {
      yield frame
      rest = rest.subarray(headBytes + frame.content.length)
    }
  }
  if (rest.length > 0) throw new UnusableBackup(cutShort)
}

const cutShort = 'The file is cut short or damaged: it is not a whole backup.'

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  const gunzip = createGunzip()
  file.on('error', (error) => gunzip.destroy(error))
  try {
    yield* file.pipe(gunzip)
  } catch (error) {
    if (String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw new UnusableBackup(cutShort)
    throw error
  } finally {
    file.destroy()
  }
}

function frameIn(buffer: Buffer): Frame | null {
  if (buffer.length < headBytes) return null
  const kind = kindOf(buffer.toString('latin1', 0, 1))
  const length = buffer.readUInt32BE(1)
  if (!kind || length > longestFrame) throw new UnusableBackup('The file is not a backup of Rondbel.')
  return buffer.length < headBytes + length ? null : { kind, content: buffer.subarray(headBytes, headBytes + length) }
}

const kindOf = (letter: string) => (Object.keys(letters) as FrameKind[]).find((kind) => letters[kind] === letter)
