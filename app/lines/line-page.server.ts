import { notFound } from '#app/core/http-errors.ts'
import { type CorporationScope, inScope } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { listContracts } from '#app/desks/desks.server.ts'
import { findLine, type Line, listLines } from './lines.server.ts'
import { type Holds, whatHolds } from './what-holds.ts'

type DeskName = { id: number; name: string }

/** Whom a line can be given to, by name: those that answer for the corporation, now or from a day to come. */
async function desksOf(tx: Parameters<typeof listContracts>[0], scope: CorporationScope, now: Date) {
  const contracts = await listContracts(tx, scope)
  const current = contracts.filter(({ servesUntil }) => servesUntil === null || servesUntil > now)
  return {
    names: contracts.map(({ deskId, name }): DeskName => ({ id: deskId, name })),
    choices: current.map(({ deskId, name }) => ({ value: String(deskId), label: name })),
  }
}

const named = (holds: Holds, names: readonly DeskName[]) => ({
  ...holds,
  desk: names.find(({ id }) => id === holds.deskId)?.name ?? null,
})

/** One line, what holds for it at a moment in words to come, and whom it can be given to. Throws 404. */
export function readLine(
  scope: CorporationScope & { timeZone: string },
  lineId: string | undefined,
  { now, at = now }: { now: Date; at?: Date },
) {
  return inScope(scope, async (tx) => {
    const line = isUuid(lineId ?? '') ? await findLine(tx, scope, lineId ?? '') : null
    if (!line) throw notFound()
    const { names, choices } = await desksOf(tx, scope, now)
    return { line, holds: named(whatHolds(line, scope.timeZone, at), names), names, choices }
  })
}

/** All lines of a corporation with what holds for each now. */
export function readLines(scope: CorporationScope & { timeZone: string }, now: Date) {
  return inScope(scope, async (tx) => {
    const { names } = await desksOf(tx, scope, now)
    const lines = await listLines(tx, [scope.corporationId])
    return lines.map((line: Line) => ({
      id: line.id,
      name: line.name,
      kind: line.kind,
      holds: named(whatHolds(line, scope.timeZone, now), names),
    }))
  })
}
