import { notFound } from '#app/core/http-errors.ts'
import { inScope } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { listContracts } from '#app/desks/desks.server.ts'
import { findLine, listLines, type SwitchScope, withSwitchers } from './lines.server.ts'
import { type Holds, whatHolds } from './what-holds.ts'

type DeskName = { id: number; name: string }

/** Whom a line can be given to, by name: those that answer for the corporation, now or from a day to come. */
async function desksOf(tx: Parameters<typeof listContracts>[0], scope: SwitchScope, now: Date) {
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

/** `zone` is the corporation's; what holds is asked `at` a moment, or else now. */
type When = { zone: string; now: Date; at?: Date }

/** One line, what holds for it at a moment in words to come, and whom it can be given to. Throws 404. */
export function readLine(scope: SwitchScope, lineId: string | undefined, { zone, now, at = now }: When) {
  return inScope(scope, async (tx) => {
    const found = isUuid(lineId ?? '') ? await findLine(tx, scope, lineId ?? '') : null
    const [line] = await withSwitchers(tx, scope, found ? [found] : [])
    if (!line) throw notFound()
    const { names, choices } = await desksOf(tx, scope, now)
    return { line, holds: named(whatHolds(line, zone, at), names), names, choices }
  })
}

/** All lines of a corporation with what holds for each now, and the names of who answers. */
export function readLines(scope: SwitchScope, { zone, now }: When) {
  return inScope(scope, async (tx) => {
    const { names } = await desksOf(tx, scope, now)
    const lines = await withSwitchers(tx, scope, await listLines(tx, [scope.corporationId]))
    return {
      names,
      lines: lines.map((line) => ({ ...line, holds: named(whatHolds(line, zone, now), names) })),
    }
  })
}
