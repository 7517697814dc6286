import { join, sep } from 'node:path'
import { env } from './env.server.ts'

/** Why Rondbel does not start, in one sentence for whoever looks after the installation, with what to do about it. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

type SystemError = Error & { code?: string; syscall?: string; port?: number; path?: string }

/** What the system or the database said, as such a sentence; null for what is not known here. */
export function whyItCannotStart(error: unknown): string | null {
  if (error instanceof CannotStart) return error.message
  if (!(error instanceof Error)) return null
  const { code = '' } = error as SystemError
  return sentences[code]?.(error) ?? null
}

const database = 'Look at DATABASE_URL, and whether PostgreSQL runs there'
const unreachable = () => `Nobody answers at the address of a database or queue. ${database}.`

/** Names what was refused; only what lies in the folder of our data can be had elsewhere. */
function refused({ code, syscall, port, path }: SystemError) {
  if (syscall === 'listen') return `It may not listen on port ${port}. Set PORT to 1024 or more.`
  if (!path) return `The system refused it something (${syscall ?? 'unknown'}: ${code}). See as which user it runs.`
  const { dataDir } = env()
  const isOurs = path === dataDir || path.startsWith(join(dataDir, sep))
  const elsewhere = isOurs ? ', or set DATA_DIR to a folder that is its own' : ''
  return `It may not use ${path} (${syscall}: ${code}). Give it to the user that Rondbel runs as${elsewhere}.`
}

const sentences: Record<string, ((error: SystemError) => string) | undefined> = {
  EADDRINUSE: ({ port }) => `Another program listens on port ${port}. Stop that one, or set PORT to another.`,
  EACCES: refused,
  EROFS: refused,
  EPERM: refused,
  ENOSPC: () => 'The disk is full. Make room, and start again.',
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  '28P01': () => 'The database refused the password in DATABASE_URL. Set the right one.',
  '28000': () => 'The database refused the user in DATABASE_URL. Look at its user name, and at pg_hba.conf.',
  '3D000': () => 'The database that DATABASE_URL names does not exist. Make it: CREATE DATABASE.',
  '08P01': () =>
    'What answers at the address of the database is a pooler that does not pass on what PostgreSQL would take. Give the address of PostgreSQL itself.',
  '53300': () => 'The database takes no more connections. Raise its max_connections, or lower POOL_SIZE.',
}
