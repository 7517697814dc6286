/** Why Rondbel does not start, in one sentence for whoever looks after the installation, with what to do about it. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

type SystemError = Error & { code?: string; port?: number; path?: string }

/** What the system or the database said, as such a sentence; null for what is not known here. */
export function whyItCannotStart(error: unknown): string | null {
  if (error instanceof CannotStart) return error.message
  if (!(error instanceof Error)) return null
  const { code = '', port, path } = error as SystemError
  return sentences[code]?.({ port, path }) ?? null
}

type Where = { port: number | undefined; path: string | undefined }
const database = 'Look at DATABASE_URL, and whether PostgreSQL runs there'
const unreachable = () => `Nobody answers at the address of a database or queue. ${database}.`
const unwritable = ({ path }: Where) =>
  `It may not write to ${path}. Give it that folder, or set DATA_DIR to one that it may write to.`

const sentences: Record<string, ((where: Where) => string) | undefined> = {
  EADDRINUSE: ({ port }) => `Another program listens on port ${port}. Stop that one, or set PORT to another.`,
  EACCES: unwritable,
  EROFS: unwritable,
  EPERM: unwritable,
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
