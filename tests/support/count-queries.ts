import { createRequire } from 'node:module'
import pg from 'pg'

// Loaded before the server in its own process (`--import`): counts what is asked of the database, and tells whoever
// started the process when they ask, as `Looked` says.
let queries = 0
const { query } = pg.Client.prototype
pg.Client.prototype.query = function counted(this: pg.Client, ...parameters: unknown[]) {
  queries++
  return Reflect.apply(query, this, parameters)
} as typeof query

process.on('message', () => {
  const { rss, heapUsed } = process.memoryUsage()
  const loaded = Object.keys(createRequire(import.meta.url).cache).filter((file) => file.includes('@opentelemetry'))
  const telemetry = new Set(loaded.map((file) => file.match(/@opentelemetry\/([^/]+)/)?.[1]))
  process.send?.({ queries, rss, heap: heapUsed, telemetry: [...telemetry].sort() })
})
// Listening alone would keep a process that has stopped.
process.channel?.unref()
