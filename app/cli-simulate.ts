import { z } from 'zod'
import { refused, usage } from './cli-answer.ts'
import { env } from './core/env.server.ts'
import { type DeskScope, inScope } from './core/scope.server.ts'
import { desksAtWork, findDesk } from './desks/desks.server.ts'
import { addDialledNumbers, listDialledNumbers } from './exchanges/dialled-numbers.server.ts'
import { eventAddress } from './exchanges/event-address.ts'
import { addExchange, listExchanges } from './exchanges/exchanges.server.ts'
import { findKnownExchange } from './exchanges/find-exchange.server.ts'
import { phonesToPlay } from './exchanges/simulate/phones-to-play.server.ts'
import { planCalls } from './exchanges/simulate/plan-calls.ts'
import { playCalls } from './exchanges/simulate/play-calls.server.ts'
import { listLines } from './lines/lines.server.ts'

const schema = z.object({
  callsPerHour: z.coerce.number().min(1).max(20_000),
  minutes: z.coerce
    .number()
    .min(0.1)
    .max(24 * 60),
  seed: z.coerce.number().int().default(1),
  speed: z.coerce.number().min(1).max(100).default(1),
  storm: z.boolean().default(false),
  url: z.url().optional(),
})
type Options = { desk: string } & Record<string, unknown>

const exchangeName = 'Simulatie'

/** Plays calls into a system that runs, as an exchange of the desk would tell of them: for practice, never beside real ones. */
export async function simulateFromCommand({ desk: slug, ...options }: Options) {
  const { url, speed, ...simulation } = usage(schema, options)
  const found = (await findDesk(slug)) ?? refused('no-such-desk', { desk: slug })
  const desk = (await desksAtWork(found.id))[0] ?? refused('no-such-desk', { desk: slug })
  const exchange = await exchangeOf(desk)
  const numbers = await numbersOf(desk, exchange.id)
  if (numbers.length === 0) return refused('no-lines', { desk: slug })
  const phones = (await Promise.all(desk.corporationIds.map(phonesToPlay))).flat()
  const publicUrl = url ? new URL(url) : env().publicUrl
  const address = eventAddress({ id: exchange.id, kind: 'generic' }, { publicUrl, secret: null })
  const stage = { address, secret: exchange.secret, phones, numbers, run: Date.now().toString(36) }
  const played = await playCalls(planCalls(simulation), stage, speed)
  return { ...simulation, exchange: exchange.id, ...played }
}

async function exchangeOf(desk: DeskScope): Promise<{ id: string; secret: string }> {
  const exchanges = await inScope(desk, (tx) => listExchanges(tx, desk))
  const standing = exchanges.find(({ name, kind }) => name === exchangeName && kind === 'generic')
  const id = standing?.id ?? (await addExchange(desk, { name: exchangeName, kind: 'generic', key: '' })).id
  return { id, secret: (await findKnownExchange(id))?.secrets[0] ?? '' }
}

/** A number of each line of each corporation that the desk serves; one that has none yet gets one. */
async function numbersOf(desk: DeskScope, exchangeId: string): Promise<string[]> {
  const lines = await inScope(desk, (tx) => listLines(tx, desk.corporationIds))
  const known = await inScope(desk, (tx) => listDialledNumbers(tx, desk, exchangeId))
  const without = lines.filter(({ id }) => !known.some(({ lineId }) => lineId === id))
  for (const [index, { id: lineId, corporationId }] of without.entries()) {
    const numbers = [`085000${1000 + known.length + index}`]
    await addDialledNumbers(desk, exchangeId, { numbers, corporationId, lineId })
  }
  const now = await inScope(desk, (tx) => listDialledNumbers(tx, desk, exchangeId))
  return now.map(({ number }) => number)
}
