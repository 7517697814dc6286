import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { UsageError, usage } from './cli-answer.ts'
import { startCourier } from './exchanges/bridge/courier.ts'
import { hearKamailio } from './exchanges/bridge/hear-kamailio.ts'

const isOwnMachine = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)
/** It carries numbers of people. */
const isSafe = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || (protocol === 'http:' && isOwnMachine(hostname))

const schema = z.object({
  kamailio: z
    .string()
    .regex(/^[^:]+:\d{1,5}$/, 'write it as 127.0.0.1:8448')
    .transform((written) => written.split(':'))
    .transform(([host = '', port]) => ({ host, port: Number(port) })),
  address: z.url().refine((address) => isSafe(new URL(address)), 'must begin with https://'),
  secret: z
    .string()
    .trim()
    .regex(/^whsec_[A-Za-z0-9+/=]{20,}$/, 'is the secret that exchange add printed: whsec_…'),
})

const lastWordsMs = 10_000

type Options = { kamailio: string; address: string; secretFile: string }

/** Runs until a signal ends it, without a database: it may stand beside the exchange. Gives the exit code. */
export async function bridgeFromCommand({ secretFile, ...options }: Options): Promise<number> {
  const tell = (line: string) => console.log(`${new Date().toISOString()} ${line}`)
  try {
    const secret = secretFile === '-' ? await text(process.stdin) : readFileSync(secretFile, 'utf8')
    const { kamailio, ...to } = usage(schema, { ...options, secret })
    const stopping = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
    const courier = startCourier(to, tell)
    await hearKamailio({ ...kamailio, tell, stopped: stopping.signal }, (event) => courier.take(event, new Date()))
    const lost = await courier.stop(lastWordsMs)
    if (lost > 0) tell(`${lost} events are lost: they could not be brought in time`)
    return lost > 0 ? 1 : 0
  } catch (error) {
    const isUsage = error instanceof UsageError || (error as NodeJS.ErrnoException).code === 'ENOENT'
    console.error(isUsage ? (error as Error).message : error)
    return isUsage ? 2 : 1
  }
}
