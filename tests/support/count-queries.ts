import pg from 'pg'

// Loaded before the server in its own process (`--import`): counts what is asked of the database, and tells whoever
// started the process when they ask: `{ queries, rss, heap }`, the last two in bytes.
let queries = 0
const { query } = pg.Client.prototype
pg.Client.prototype.query = function counted(this: pg.Client, ...parameters: unknown[]) {
  queries++
  return Reflect.apply(query, this, parameters)
} as typeof query

process.on('message', () => {
  const { rss, heapUsed } = process.memoryUsage()
  process.send?.({ queries, rss, heap: heapUsed })
})
// Listening alone would keep a process that has stopped.
process.channel?.unref()
