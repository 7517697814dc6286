import { type DeskScope, inScope } from '#app/core/scope.server.ts'
import { listLines } from '#app/lines/lines.server.ts'
import { addDialledNumbers, listDialledNumbers } from '../dialled-numbers.server.ts'
import { eventAddress } from '../event-address.ts'
import { addExchange, listExchanges } from '../exchanges.server.ts'
import { findKnownExchange } from '../find-exchange.server.ts'
import { phonesToPlay } from './phones-to-play.server.ts'
import type { Stage } from './play-calls.server.ts'

const exchangeName = 'Simulatie'

/**
 * Where calls are played for a desk: an exchange of its own for it, a number for each line of each corporation, and
 * tenants who ring. `publicUrl` is where the system answers. Null when no corporation of the desk has a line.
 */
export async function setStage(desk: DeskScope, publicUrl: URL): Promise<(Stage & { exchangeId: string }) | null> {
  const exchange = await exchangeOf(desk)
  const numbers = await numbersOf(desk, exchange.id)
  if (numbers.length === 0) return null
  const phones = (await Promise.all(desk.corporationIds.map(phonesToPlay))).flat()
  const address = eventAddress({ id: exchange.id, kind: 'generic' }, { publicUrl, secret: null })
  return { exchangeId: exchange.id, address, secret: exchange.secret, phones, numbers, run: Date.now().toString(36) }
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
