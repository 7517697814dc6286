import { type DeskScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { desksAtWork } from '#app/desks/desks.server.ts'
import { type Line, listLines } from '#app/lines/lines.server.ts'
import { whatHolds } from '#app/lines/what-holds.ts'
import { listDialledNumbers } from './dialled-numbers.server.ts'
import { listExchanges } from './exchanges.server.ts'
import { isSilent, silentMinutes, silentMs } from './is-silent.ts'

/** The exchanges of a desk, each with how long it has been silent while one of its lines is answered. */
export async function exchangesHeard(tx: Tx, scope: DeskScope, now: Date) {
  const exchanges = await listExchanges(tx, scope)
  const lines = exchanges.length > 0 ? await listLines(tx, scope.corporationIds) : []
  const zones = await zonesOf(tx, scope)
  const answered = new Set(lines.filter((line) => isAnswered(scope, { line, zones, now })).map(({ id }) => id))
  const heard = []
  for (const exchange of exchanges) {
    const numbers = await listDialledNumbers(tx, scope, exchange.id)
    const looking = { isOpen: numbers.some(({ lineId }) => answered.has(lineId)), now }
    heard.push({ ...exchange, isSilent: isSilent(exchange, looking), silentMs: silentMs(exchange, looking) })
  }
  return heard
}

/** The seconds that the exchange which is silent longest, of any desk, has said nothing while one of its lines is answered. */
export async function longestSilence(now: Date): Promise<number> {
  const silences: number[] = []
  for (const desk of await desksAtWork()) {
    const heard = await inScope(desk, (tx) => exchangesHeard(tx, desk, now))
    silences.push(...heard.map(({ silentMs }) => silentMs / 1000))
  }
  return Math.max(0, ...silences)
}

type Zones = ReadonlyMap<number, string>

async function zonesOf(tx: Tx, { corporationIds }: DeskScope): Promise<Zones> {
  const rows = await tx.sql<{ id: number; zone: string }>(
    sql`SELECT id, time_zone AS zone FROM corporation WHERE id = ANY(${[...corporationIds]}::int[])`,
  )
  return new Map(rows.map(({ id, zone }) => [id, zone]))
}

/** By this desk, now and as long ago as an exchange may say nothing: who has only just opened has missed nothing yet. */
function isAnswered({ deskId }: DeskScope, { line, zones, now }: { line: Line; zones: Zones; now: Date }): boolean {
  const zone = zones.get(line.corporationId)
  const before = new Date(now.getTime() - silentMinutes * 60_000)
  return [before, now].every((at) => {
    const holds = zone ? whatHolds(line, zone, at) : null
    return holds?.state === 'open' && holds.deskId === deskId
  })
}
