import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

const leastMs = 20
const mostMs = 1_500

/** Passes connections on to a port. From `cut` on each lives for a moment only, whatever goes over it then. */
export async function startCuttingProxy(port: number, random: () => number) {
  const open = new Set<Socket>()
  let isCutting = false
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1')
    const ends = [client, upstream]
    const cut = () => {
      for (const end of ends) end.destroy()
    }
    for (const end of ends) {
      open.add(end)
      end.on('error', cut).on('close', () => open.delete(end) && cut())
    }
    client.pipe(upstream).pipe(client)
    if (isCutting) setTimeout(cut, leastMs + random() * (mostMs - leastMs)).unref()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCutting = true
      for (const end of open) end.destroy()
    },
    stop() {
      server.close()
      for (const end of open) end.destroy()
    },
  }
}
