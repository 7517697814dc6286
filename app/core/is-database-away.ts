// What the system and PostgreSQL say when it is not there: refused, broken off, stopping, starting, too many at once, or
// its disk full, of which it reads on but writes nothing.
const codes =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0[1-5]|53[13]00|08\w{3}|P1001|P1002|P1008|P1017|P2024)$/
// The driver gives these no code.
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)|Unable to start a transaction in the given time/
const kinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])
const deepest = 5

type Told = {
  code?: unknown
  message?: unknown
  kind?: unknown
  originalCode?: unknown
  cause?: unknown
  meta?: unknown
}

/** Whether something failed because the database cannot be reached at this moment, so that it is worth trying again. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > deepest) return false
  const { code, message, kind, originalCode, cause, meta } = error as Told
  if ([code, originalCode].some((told) => typeof told === 'string' && codes.test(told))) return true
  if (typeof kind === 'string' && kinds.has(kind)) return true
  if (typeof message === 'string' && words.test(message)) return true
  const inner = error instanceof AggregateError ? error.errors : []
  const adapter = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError
  return [cause, adapter, ...inner].some((other) => isDatabaseAway(other, depth + 1))
}
