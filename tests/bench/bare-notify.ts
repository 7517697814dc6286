import { createServer, type ServerResponse } from 'node:http'
import pg from 'pg'

// The least there is: what the database says goes to every socket as it is.
const screens = new Set<ServerResponse>()
const client = new pg.Client(process.env.BARE_DATABASE_URL)
await client.connect()
client.on('notification', ({ payload }) => {
  for (const screen of screens) screen.write(`event: rows\ndata: ${payload}\n\n`)
})
await client.query('LISTEN bare')
createServer((request, response) => {
  if (request.url === '/health/live') return void response.end('ok')
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  response.write('event: snapshot\ndata: {}\n\n')
  screens.add(response)
}).listen(Number(process.env.PORT))
