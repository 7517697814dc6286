import { systemDeskScope, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import type { Desk } from '#app/desks/desks.server.ts'
import { addDialledNumbers } from '#app/exchanges/dialled-numbers.server.ts'
import type { ExchangeKind } from '#app/exchanges/exchange.ts'
import { addExchange } from '#app/exchanges/exchanges.server.ts'
import { addLine } from '#app/lines/lines.server.ts'
import { uniqueName } from './unique.ts'

type Overrides = { kind?: ExchangeKind; name?: string; key?: string }

/** A telephone exchange of the desk, with its secret when that is ours. */
export async function anExchange(desk: Desk, { kind = 'generic', name = 'Centrale', key = '' }: Overrides = {}) {
  const { id, secret } = await addExchange(systemDeskScope(desk.id), { kind, name, key })
  return { id, secret: secret ?? key }
}

/** An urgent line of the corporation that this number of the exchange rings. */
export async function aDialledLine(desk: Desk, { id }: { id: string }, [corporation, number]: [Corporation, string]) {
  const line = await addLine(systemScope(corporation.id), { name: uniqueName('Spoed'), kind: 'urgent-repairs' })
  if (!line.ok) throw new Error(line.reason)
  const scope = { ...systemDeskScope(desk.id), corporationIds: [corporation.id] }
  const added = await addDialledNumbers(scope, id, {
    numbers: [number],
    corporationId: corporation.id,
    lineId: line.id,
  })
  if (!added.ok) throw new Error(added.reason)
  return line.id
}
