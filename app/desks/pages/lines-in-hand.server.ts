import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { listDeskMembers } from '#app/accounts/desk-members.server.ts'
import { canAtDesk } from '#app/accounts/desk-permissions.ts'
import { type InHand, inScope } from '#app/core/scope.server.ts'
import { answers } from '#app/lines/line.ts'
import type { Line } from '#app/lines/lines.server.ts'
import { type SwitchedLine, shownSwitches } from '#app/lines/shown-switches.ts'
import { findServed } from '../desks.server.ts'

type Held = DeskActor & InHand
export type Names = { id: number; name: string }[]

export const readServed = (held: Held) => inScope(held, (tx) => findServed(tx, held))

/** Whether this person may send the line on: it is one that their desk answers. */
export const mayRedirect = (held: Held, { hours }: Pick<Line, 'hours'>) =>
  canAtDesk(held, 'line:redirect') && answers(hours, held.deskId)

/** What is switched by hand of these lines, with who did it as the desk knows them. */
export async function switchesInHand(held: Held, lines: SwitchedLine[], { now, names }: { now: Date; names: Names }) {
  const [members, served] = await inScope(held, async (tx) => [
    await listDeskMembers(tx, held),
    await findServed(tx, held),
  ])
  const isOurs = (deskId: number | null) => deskId === held.deskId
  return lines.flatMap((line) =>
    shownSwitches(line, {
      now,
      names,
      ownName: ({ operatorDeskId, operatorId }) => {
        if (operatorDeskId === null) return served.name
        return isOurs(operatorDeskId) ? (members.find(({ accountId }) => accountId === operatorId)?.name ?? null) : null
      },
      mayEnd: ({ operatorDeskId }) => isOurs(operatorDeskId) && canAtDesk(held, 'line:redirect'),
    }),
  )
}
