import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { listServed } from '#app/desks/desks.server.ts'
import { listLines } from '#app/lines/lines.server.ts'
import { dialable } from '#app/tenants/phone-text.server.ts'
import { type DialledNumber, listDialledNumbers } from './dialled-numbers.server.ts'
import { findExchange } from './exchanges.server.ts'
import { exchangesHeard } from './silent-exchanges.server.ts'
import { listUnassignedCalls } from './unassigned-calls.server.ts'

/** The exchanges of the desk, which of them are silent now, and how many calls belong to nobody. */
export function readExchanges(actor: DeskActor, now: Date) {
  return inScope(actor, async (tx) => ({
    exchanges: await exchangesHeard(tx, actor, now),
    unassigned: (await listUnassignedCalls(tx, actor)).length,
    now: now.toISOString(),
  }))
}

/** One exchange, with the numbers it answers by name. Throws 404. */
export function readExchange(actor: DeskActor, id: string | undefined) {
  return inScope(actor, async (tx) => {
    const exchange = isUuid(id ?? '') ? await findExchange(tx, actor, id ?? '') : null
    if (!exchange) throw notFound()
    const choices = await lineChoices(tx, actor)
    const nameOf = ({ corporationId, lineId }: DialledNumber) =>
      choices.find(({ value }) => value === choiceOf(corporationId, lineId))?.label ?? null
    const numbers = await listDialledNumbers(tx, actor, exchange.id)
    return {
      exchange,
      choices,
      numbers: numbers.map((row) => ({ number: row.number, text: dialable(row.number).text, line: nameOf(row) })),
    }
  })
}

const choiceOf = (corporationId: number, lineId: string) => `${corporationId}:${lineId}`

/** The lines of all corporations that the desk serves now, by name. */
async function lineChoices(tx: Tx, actor: DeskActor) {
  const served = await listServed(tx, actor)
  const lines = await listLines(tx, actor.corporationIds)
  return served.flatMap(({ id, name }) =>
    lines
      .filter(({ corporationId }) => corporationId === id)
      .map((line) => ({ value: choiceOf(id, line.id), label: `${name}: ${line.name}` })),
  )
}

/** The calls that belong to nobody yet, and the lines they can be for. */
export const readUnassignedCalls = (actor: DeskActor, now: Date) =>
  inScope(actor, async (tx) => ({
    calls: (await listUnassignedCalls(tx, actor)).map(({ phone, dialled, ...call }) => ({
      ...call,
      phone: phone ? dialable(phone) : null,
      dialled: dialled ? dialable(dialled).text : null,
    })),
    choices: await lineChoices(tx, actor),
    now: now.toISOString(),
  }))
