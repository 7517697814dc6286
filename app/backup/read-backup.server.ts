import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type Frame, type FrameKind, framesOf, readFrames, UnusableBackup } from './backup-frames.server.ts'
import { type BackupEntry, backupEntry, backupHead, backupManifest } from './backup-manifest.ts'
import type { WholeBackup } from './sign-backup.server.ts'
import { tableDigest } from './table-digest.server.ts'

export type ReadEntry = { entry: BackupEntry; content: AsyncIterable<Buffer> }

/**
 * What is in a backup, in the order in which it was written. The content of one entry is read before the next is asked for.
 * Throws UnusableBackup when the file is no whole backup of a form that this version knows.
 */
export async function readBackup(path: string, take: (read: ReadEntry) => Promise<void>): Promise<WholeBackup> {
  const digest = createHash('sha256')
  const frames = digested(path, digest)
  const head = asJson(backupHead, await nextFrame(frames), 'head')
  let next = await nextFrame(frames)
  while (next.kind === 'entry') {
    const entry = asJson(backupEntry, next, 'entry')
    await take({ entry, content: contentOf() })
  }
  async function* contentOf() {
    for (next = await nextFrame(frames); next.kind === 'bytes'; next = await nextFrame(frames)) yield next.content
  }
  const manifest = asJson(backupManifest, next, 'manifest')
  if (manifest.sha256 !== digest.digest('hex')) throw new UnusableBackup(changed)
  if (!(await frames.next()).done) throw new UnusableBackup(changed)
  return { head, manifest }
}

/** Reads a backup to its end without doing anything with it: throws UnusableBackup when it is not as it was written. */
export async function checkBackup(path: string): Promise<WholeBackup> {
  const tables: WholeBackup['manifest']['tables'] = []
  let uploads = 0
  const whole = await readBackup(path, async ({ entry, content }) => {
    const digest = tableDigest()
    for await (const chunk of content) digest.add(chunk)
    if (entry.kind === 'table') tables.push({ name: entry.name, ...digest.end() })
    else uploads++
  })
  const isAsSaid =
    JSON.stringify(tables) === JSON.stringify(whole.manifest.tables) && uploads === whole.manifest.uploads
  if (!isAsSaid) throw new UnusableBackup(changed)
  return whole
}

const changed = 'The file was changed after it was made, or is damaged: nothing of it is used.'

/** All but the manifest is in the digest that the manifest gives. */
async function* digested(path: string, digest: ReturnType<typeof createHash>): AsyncGenerator<Frame, undefined> {
  for await (const frame of readFrames(path)) {
    if (frame.kind !== 'manifest') for (const bytes of framesOf(frame.kind, frame.content)) digest.update(bytes)
    yield frame
  }
}

async function nextFrame(frames: AsyncGenerator<Frame, undefined>): Promise<Frame> {
  const { value } = await frames.next()
  if (!value) throw new UnusableBackup('The file is cut short: its end is not there.')
  return value
}

function asJson<Schema extends z.ZodType>(schema: Schema, frame: Frame, kind: FrameKind): z.output<Schema> {
  const parsed = frame.kind === kind ? schema.safeParse(jsonIn(frame.content)) : null
  if (parsed?.success) return parsed.data
  throw new UnusableBackup('The file is not a backup of Rondbel, or of a version that this one does not know.')
}

function jsonIn(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString())
  } catch {
    return null
  }
}
