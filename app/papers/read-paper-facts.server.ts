import { readUrgentNumbers } from '#app/conversations/urgent-numbers.server.ts'
import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { listLines } from '#app/lines/lines.server.ts'
import { readValues } from '#app/reference-values/read-values.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { baseProtocolOf } from '#app/triage/base-protocols.ts'
import { triageKinds } from '#app/triage/kinds.ts'
import type { Protocol } from '#app/triage/protocol.ts'
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
  return {
    corporation: corporation.name,
    timeZone: corporation.timeZone,
    today,
    protocols: await protocolsOf(tx, corporationId),
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

/** Of each kind what the corporation published last, else the base. */
async function protocolsOf(tx: Tx, corporationId: number): Promise<PaperFacts['protocols']> {
  const published = await tx.sql<{ kind: string; version: number; protocol: Protocol }>(sql`
    SELECT DISTINCT ON (kind) kind, number AS version, body AS protocol FROM protocol_version
    WHERE corporation_id = ${corporationId}::int ORDER BY kind, number DESC`)
  const own = new Map(published.map((one) => [one.kind, one]))
  return triageKinds.map((kind) => own.get(kind) ?? { protocol: baseProtocolOf(kind), version: null })
}
