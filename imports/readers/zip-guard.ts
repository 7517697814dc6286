import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { type FileRefusal, RefusedFile, type ZipRule } from '#imports/problems.ts'

const megabyte = 1024 * 1024

/** An ordinary workbook inflates seven times; these are the bounds of one that is still a list of tenants. */
export const zipLimits = {
  fileBytes: 25 * megabyte,
  inflatedBytes: 250 * megabyte,
  entryBytes: 200 * megabyte,
  ratio: 100,
  entries: 1000,
}

export type Workbook = { zip: ZipFile; entries: Map<string, Entry> }

/** Opens a workbook after judging its table of contents alone: nothing is inflated. Throws `RefusedFile`. */
export async function openGuarded(path: string, fileBytes: number): Promise<Workbook> {
  if (fileBytes > zipLimits.fileBytes) {
    throw new RefusedFile({ ok: false, reason: 'too-large', details: { bytes: fileBytes, limit: zipLimits.fileBytes } })
  }
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(refuseUnreadable)
  try {
    if (zip.entryCount > zipLimits.entries) refuseBomb('too-many-entries')
    const entries = new Map<string, Entry>()
    for await (const entry of tolerant(zip.eachEntry())) {
      if (entries.has(entry.fileName)) refuseBomb('overlapping-entries', entry.fileName)
      if (entries.size >= zipLimits.entries) refuseBomb('too-many-entries')
      entries.set(entry.fileName, entry)
    }
    judgeEntries([...entries.values()], fileBytes)
    judgeKind(entries)
    return { zip, entries }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function* tolerant(entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  try {
    yield* entries
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    refuseUnreadable()
  }
}

function judgeEntries(entries: readonly Entry[], fileBytes: number): void {
  let inflated = 0
  for (const entry of entries) {
    const part = entry.fileName
    if (entry.isEncrypted()) throw new RefusedFile({ ok: false, reason: 'password-protected' })
    if (entry.uncompressedSize > zipLimits.entryBytes) refuseBomb('entry-too-large', part)
    inflated += entry.uncompressedSize
    if (inflated > zipLimits.inflatedBytes) refuseBomb('inflates-too-large')
    const isLarge = entry.uncompressedSize > megabyte
    if (isLarge && entry.uncompressedSize > entry.compressedSize * zipLimits.ratio) refuseBomb('ratio', part)
    if (nestedArchive.test(part)) refuseBomb('nested-archive', part)
    if (/vbaproject\.bin$|^xl\/macrosheets\//i.test(part))
      throw new RefusedFile({ ok: false, reason: 'macros', details: { part } })
  }
  if (inflated > megabyte && inflated > fileBytes * zipLimits.ratio) refuseBomb('ratio')
  judgeOverlap(entries, fileBytes)
}

const nestedArchive = /\.(?:zip|xls[xmb]?|doc[xm]?|ppt[xm]?|od[st]|7z|rar|gz|tar|bz2|xz|jar)$/i

/** Entries that share bytes let a small file inflate without end; each needs its own local header and data. */
function judgeOverlap(entries: readonly Entry[], fileBytes: number): void {
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  for (const [index, entry] of sorted.entries()) {
    const end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize
    if (end > (sorted[index + 1]?.relativeOffsetOfLocalHeader ?? fileBytes))
      refuseBomb('overlapping-entries', entry.fileName)
  }
}

function judgeKind(entries: ReadonlyMap<string, Entry>): void {
  if (entries.has('xl/workbook.xml')) return
  const names = [...entries.keys()]
  if (names.some((name) => name.startsWith('xl/'))) {
    throw new RefusedFile({ ok: false, reason: 'unreadable-workbook', details: { part: 'xl/workbook.xml' } })
  }
  const isWord = names.some((name) => name.startsWith('word/'))
  const found = isWord ? 'word' : entries.has('mimetype') ? 'opendocument' : 'zip'
  throw new RefusedFile({ ok: false, reason: 'not-a-table', details: { found } })
}

/**
 * Inflates every part once and throws the bytes away, counting what really comes out: declared sizes can lie. Refuses
 * document type declarations in any part, which is how XML is made to fetch files or to grow without end.
 */
export async function inflateGuarded({ zip, entries }: Workbook): Promise<void> {
  let total = 0
  for (const entry of entries.values()) {
    if (entry.fileName.endsWith('/')) continue
    const isXml = /\.(?:xml|rels|vml)$/i.test(entry.fileName)
    let tail = ''
    for await (const chunk of partOf(zip, entry)) {
      total += chunk.length
      if (total > zipLimits.inflatedBytes) refuseBomb('inflates-too-large', entry.fileName)
      if (!isXml) continue
      const text = tail + chunk.toString('latin1')
      if (
        tail === '' &&
        (text.startsWith('\u00ff\u00fe') || text.startsWith('\u00fe\u00ff') || text.slice(0, 8).includes('\0'))
      ) {
        throw new RefusedFile({ ok: false, reason: 'unreadable-workbook', details: { part: entry.fileName } })
      }
      if (documentType.test(text))
        throw new RefusedFile({ ok: false, reason: 'document-type', details: { part: entry.fileName } })
      tail = text.slice(-16)
    }
  }
}

const documentType = /<!(?:doctype|entity)/i

/** The bytes of one part; more or fewer than its header promises is a refusal. */
export async function* partOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let bytes = 0
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > zipLimits.entryBytes) refuseBomb('entry-too-large', entry.fileName)
      yield chunk
    }
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    // yauzl stops a stream at the declared size; what is left then are damaged data
    if (error instanceof Error && /too many bytes|not enough bytes/.test(error.message))
      refuseBomb('lying-header', entry.fileName)
    refuseUnreadable(entry.fileName)
  }
}

function refuseBomb(rule: ZipRule, part?: string): never {
  throw new RefusedFile({ ok: false, reason: 'zip-bomb', details: part === undefined ? { rule } : { rule, part } })
}

function refuseUnreadable(part?: unknown): never {
  const details: Extract<FileRefusal, { reason: 'unreadable-workbook' }>['details'] =
    typeof part === 'string' ? { part } : {}
  throw new RefusedFile({ ok: false, reason: 'unreadable-workbook', details })
}
