import { readUrgentNumbers } from '#app/conversations/urgent-numbers.server.ts'
import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { listLines } from '#app/lines/lines.server.ts'
import { readValues } from '#app/reference-values/read-values.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { protocolsInForce } from '#app/triage/protocol-in-force.server.ts'
import { answeredBy } from './paper-blocks.ts'
import type { PaperFacts } from './paper-facts.ts'

/** What stands on the paper of a corporation now. */
export async function readPaperFacts(tx: Tx, scope: CorporationScope, now: Date): Promise<PaperFacts> {
  const { corporationId } = scope
  const [corporation] = await tx.sql<{ name: string; timeZone: string }>(
    sql`SELECT name, time_zone AS "timeZone" FROM corporation WHERE id = ${corporationId}::int`,
  )
  if (!corporation) throw new Error(`No corporation ${corporationId}.`)
  const today = dateIn(corporation.timeZone, now)
  const lines = await listLines(tx, [corporationId])
  const desks = await deskNames(tx, corporationId)
  const held = [...(await protocolsInForce(tx, scope)).values()]
  return {
    corporation: corporation.name,
    timeZone: corporation.timeZone,
    today,
    protocols: held.map(({ body, number }) => ({ protocol: body, version: number })),
    values: await readValues(tx, scope, today),
    urgentNumbers: await readUrgentNumbers(tx, scope),
    lines: lines.map((line) => ({ name: line.name, answeredBy: answeredBy(line, desks, today) })),
  }
}

async function deskNames(tx: Tx, corporationId: number): Promise<Map<number, string>> {
  const desks = await tx.sql<{ id: number; name: string }>(sql`
    SELECT d.id, d.name FROM desk d JOIN desk_corporation s ON s.desk_id = d.id WHERE s.corporation_id = ${corporationId}::int`)
  return new Map(desks.map(({ id, name }) => [id, name]))
}
