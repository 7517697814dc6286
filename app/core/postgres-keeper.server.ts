import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Of the processes that share a database of our own one is its keeper: it starts the database again when that falls over,
// and stops it at its end. Who that is stands in the data folder, since a process that is killed says nothing.

/** `nobody` when the keeper was killed; `unknown` when none was ever written down, as by an earlier version. */
export type Keeper = 'this-process' | 'another' | 'nobody' | 'unknown'

const fileIn = (dir: string) => join(dir, 'postgres-keeper.json')
type Written = { pid: number; startedAt: string | null }

export function keeperOf(dir: string): Keeper {
  const written = read(dir)
  if (!written) return 'unknown'
  if (written.pid === process.pid && written.startedAt === startedAt(process.pid)) return 'this-process'
  return isAlive(written.pid) && written.startedAt === startedAt(written.pid) ? 'another' : 'nobody'
}

/** Of two that do so at once the last one is it, and both read so afterwards. */
export function becomeKeeper(dir: string) {
  const whole = `${fileIn(dir)}.${process.pid}`
  const written: Written = { pid: process.pid, startedAt: startedAt(process.pid) }
  writeFileSync(whole, JSON.stringify(written), { mode: 0o600 })
  renameSync(whole, fileIn(dir))
}

export function resignAsKeeper(dir: string) {
  if (keeperOf(dir) === 'this-process') rmSync(fileIn(dir), { force: true })
}

function read(dir: string): Written | null {
  try {
    return JSON.parse(readFileSync(fileIn(dir), 'utf8'))
  } catch {
    return null
  }
}

/** The pid of the server whose files are in this folder, when it runs. */
export function runningServer(clusterDir: string): number | null {
  try {
    const pid = Number(readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n')[0])
    return isAlive(pid) ? pid : null
  } catch {
    return null
  }
}

/** One that has ended and that nobody has asked after (a zombie) is none. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return statOf(pid)?.[0] !== 'Z'
}

/** A number is given out again: with when it began it is one process only. Null where the system does not tell. */
const startedAt = (pid: number) => statOf(pid)?.[19] ?? null

/** What Linux says of a process after its name, which may hold anything: its state first. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
