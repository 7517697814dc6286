import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { refused, usage } from './cli-answer.ts'
import { env } from './core/env.server.ts'
import { type DeskScope, inScope } from './core/scope.server.ts'
import { isUuid } from './core/uuid.server.ts'
import { findCorporation } from './corporations/corporations.server.ts'
import { desksAtWork, findDesk } from './desks/desks.server.ts'
import { addDialledNumbers, listDialledNumbers, removeDialledNumber } from './exchanges/dialled-numbers.server.ts'
import { eventAddress, showsSecret } from './exchanges/event-address.ts'
import { anyNumber } from './exchanges/exchange.ts'
import { exchangeForm } from './exchanges/exchange-forms.ts'
import { addExchange, listExchanges } from './exchanges/exchanges.server.ts'
import { listUnassignedCalls } from './exchanges/unassigned-calls.server.ts'
import { listLines } from './lines/lines.server.ts'

async function deskOf(slug: string): Promise<DeskScope> {
  const desk = (await findDesk(slug)) ?? refused('no-such-desk', { desk: slug })
  const [scope] = await desksAtWork(desk.id)
  return scope ?? refused('no-such-desk', { desk: slug })
}

type Adding = { desk: string; kind: string; name: string; keyFile?: string }

/** The secret is printed this once. */
export async function addExchangeFromCommand({ desk: slug, keyFile, ...options }: Adding) {
  const key = keyFile === '-' ? await text(process.stdin) : keyFile ? readFileSync(keyFile, 'utf8') : ''
  const input = usage(exchangeForm, { ...options, key })
  const { id, secret } = await addExchange(await deskOf(slug), input)
  const address = eventAddress({ id, kind: input.kind }, { publicUrl: env().publicUrl, secret })
  return { exchange: id, address, ...(showsSecret(input.kind) ? { secret } : {}) }
}

export async function listExchangesFromCommand({ desk: slug }: { desk: string }) {
  const scope = await deskOf(slug)
  return inScope(scope, async (tx) => {
    const exchanges = await listExchanges(tx, scope)
    const numbers = await Promise.all(exchanges.map(({ id }) => listDialledNumbers(tx, scope, id)))
    return {
      exchanges: exchanges.map(({ id, name, kind, lastHeardAt }, index) => ({
        exchange: id,
        name,
        kind,
        lastHeardAt,
        numbers: numbers[index]?.map(({ number }) => number),
      })),
      callsOfNobody: (await listUnassignedCalls(tx, scope)).length,
    }
  })
}

type OfNumber = {
  desk: string
  exchange: string
  corporation?: string
  line?: string
  number?: string[]
  any?: boolean
  remove?: boolean
}

/** What is dialled, and whose line it rings. */
export async function dialledNumberFromCommand({ desk: slug, exchange, number = [], any, ...options }: OfNumber) {
  const scope = await deskOf(slug)
  const found =
    isUuid(exchange) && (await inScope(scope, (tx) => listExchanges(tx, scope))).find(({ id }) => id === exchange)
  if (!found) return refused('no-such-exchange', { exchange })
  const numbers = any ? [...number, anyNumber] : number
  if (options.remove) {
    for (const one of numbers)
      if (!(await removeDialledNumber(scope, exchange, one))) return refused('no-such-number', { number: one })
    return { removed: numbers }
  }
  const line = await lineOf(scope, options)
  const answer = await addDialledNumbers(scope, exchange, { numbers, ...line })
  return answer.ok
    ? { added: answer.added }
    : refused(answer.reason, 'number' in answer ? { number: answer.number } : {})
}

async function lineOf(
  scope: DeskScope,
  { corporation: slug = '', line: name = '' }: Pick<OfNumber, 'corporation' | 'line'>,
) {
  const corporation = (await findCorporation(slug)) ?? refused('no-such-corporation', { corporation: slug })
  if (!scope.corporationIds.includes(corporation.id)) return refused('does-not-serve', { corporation: slug })
  const lines = await inScope(scope, (tx) => listLines(tx, [corporation.id]))
  const line = lines.find((one) => one.name === name) ?? refused('no-such-line', { line: name })
  return { corporationId: corporation.id, lineId: line.id }
}
