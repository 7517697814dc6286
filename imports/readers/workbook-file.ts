import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { type FileRefusal, RefusedFile } from '#imports/problems.ts'
import { Places } from '#imports/readers/places.ts'
import type { RawBatch } from '#imports/readers/raw-rows.ts'
import type { SheetNames, WorkbookMessage, WorkbookRequest } from '#imports/readers/workbook-rows.ts'

export type WorkbookLimits = { heapMegabytes: number; seconds: number }
export type WorkbookBatch = RawBatch & SheetNames

const defaultLimits: WorkbookLimits = { heapMegabytes: 512, seconds: 120 }

/** Each may take its heap in full, beside what the application needs. */
const readersAtOnce = 2
const places = new Places(readersAtOnce)

/**
 * The rows of one sheet, read by a process of their own, of which two are at work at once and the others wait. `mostRows`
 * stops early, for a look at the head. Throws `RefusedFile`.
 */
export async function* readWorkbookFile(
  request: WorkbookRequest,
  signal?: AbortSignal,
  limits: WorkbookLimits = defaultLimits,
): AsyncGenerator<WorkbookBatch> {
  const leave = await places.take(signal)
  try {
    yield* readByChild(request, limits, signal)
  } finally {
    leave()
  }
}

async function* readByChild(
  request: WorkbookRequest,
  limits: WorkbookLimits,
  signal?: AbortSignal,
): AsyncGenerator<WorkbookBatch> {
  const child = startChild(request, limits)
  const closed = once(child, 'close').catch(() => [null, 'SIGABRT'] as const)
  const clock = watch(child, limits, signal)
  try {
    let about = { sheets: [], sheet: '', hiddenSheets: [], alike: [], totalBytes: 0 } as SheetNames & {
      totalBytes: number
    }
    let hasEnded = false
    for await (const message of messagesOf(child)) {
      if (message.kind === 'refused') throw new RefusedFile(message.refusal)
      if (message.kind === 'end') hasEnded = true
      if (message.kind === 'sheets') about = { ...message.about, totalBytes: message.bytes }
      if (message.kind !== 'rows') continue
      const { rows, lines, share } = message
      yield { ...about, rows, lines, damage: new Map(), bytesRead: Math.round(share * about.totalBytes) }
    }
    const [code] = await closed
    signal?.throwIfAborted()
    if (clock.hasRunOut)
      throw new RefusedFile({ ok: false, reason: 'took-too-long', details: { seconds: limits.seconds } })
    if (!hasEnded) throw new RefusedFile(deathOf(code, limits))
  } finally {
    clock.stop()
    child.kill('SIGKILL')
  }
}

function startChild(request: WorkbookRequest, limits: WorkbookLimits): ChildProcess {
  // resolved from the package, so that it is found from a bundle too
  const program = createRequire(import.meta.url).resolve('#imports/readers/workbook-child.ts')
  return spawn(
    process.execPath,
    [`--max-old-space-size=${limits.heapMegabytes}`, '--import', 'tsx', program, JSON.stringify(request)],
    // no environment: the process that opens strangers' files has no secrets to lose
    { cwd: dirname(program), env: nothing, stdio: ['ignore', 'pipe', 'ignore'] },
  )
}

const nothing = {} as NodeJS.ProcessEnv

function watch(child: ChildProcess, { seconds }: WorkbookLimits, signal?: AbortSignal) {
  const state = { hasRunOut: false, stop: () => {} }
  const kill = () => child.kill('SIGKILL')
  const timer = setTimeout(() => {
    state.hasRunOut = true
    kill()
  }, seconds * 1000)
  signal?.addEventListener('abort', kill, { once: true })
  state.stop = () => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', kill)
  }
  return state
}

async function* messagesOf(child: ChildProcess): AsyncGenerator<WorkbookMessage> {
  if (child.stdout === null) return
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
    // a process killed in the middle of a line says nothing more
    if (!line.endsWith('}')) return
    yield JSON.parse(line) as WorkbookMessage
  }
}

/** V8 ends a process that is out of heap with SIGABRT, which a shell shows as 134. */
function deathOf(code: unknown, { heapMegabytes }: WorkbookLimits): FileRefusal {
  const limit = heapMegabytes * 1024 * 1024
  if (code === null || code === 134) return { ok: false, reason: 'too-large', details: { bytes: limit, limit } }
  return { ok: false, reason: 'unreadable-workbook', details: {} }
}
