import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import type { Prisma, Corporation as Row } from '#prisma/generated/client.ts'

const shown = {
  name: true,
  callingHours: true,
  gestureBudgetCents: true,
  cardCents: true,
  flowersCents: true,
  contactEmail: true,
  idleMinutes: true,
} as const

/** `callingHours` is read by the module of campaigns; null for the usual ones. */
export type CorporationSettings = Pick<Row, keyof typeof shown>

/** How the corporation of this scope works, unless said otherwise somewhere. */
export const readSettings = (tx: Tx, { corporationId }: CorporationScope): Promise<CorporationSettings> =>
  tx.corporation.findUniqueOrThrow({ where: { id: corporationId }, select: shown })

type Change = Omit<CorporationSettings, 'callingHours'> & { callingHours: Prisma.InputJsonValue }

/** What is running goes on as it was made; only the price of a card and the time out hold at once. */
export function changeSettings(scope: CorporationScope, change: Change): Promise<void> {
  return inScope(scope, async (tx) => {
    const before = await readSettings(tx, scope)
    await tx.corporation.update({ where: { id: scope.corporationId }, data: change, select: { id: true } })
    const fields = Object.keys(shown) as (keyof typeof shown)[]
    const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(change[field]))
    await recordAudit(tx, scope, {
      action: 'corporation:changed',
      subject: 'corporation',
      details: { fields: changed },
    })
  })
}
