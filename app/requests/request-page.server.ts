import { readPromise } from '#app/contacts/insert-form-contact.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import type { PublicLine } from '#app/lines/public-line.server.ts'
import { whatHolds } from '#app/lines/what-holds.ts'
import { readPublicValues } from '#app/reference-values/read-values.server.ts'
import { phonesOf, type ShownPhone } from '#app/reference-values/shown-phones.ts'
import { type Dialable, dialable } from '#app/tenants/phone-text.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { formToken } from './form-token.server.ts'
import { partsAhead, promiseOf } from './promise.ts'
import { findDesk } from './serving-desk.server.ts'

/** All that the page of a line shows, before its form is sent. */
export async function readRequestPage(found: PublicLine, now: Date) {
  const { line, corporation, scope } = found
  const zone = corporation.timeZone
  const { state, until } = whatHolds(line, zone, now)
  const soonest = promiseOf(line, 'now', { zone, now })
  return {
    kind: line.kind,
    name: line.name,
    corporation: corporation.name,
    state,
    until,
    zone,
    numbers: await numbersOf(found),
    helpNumbers: await helpNumbersOf(found, now),
    soonest: { from: soonest?.dueAt ?? null, promisedAt: soonest?.promisedAt ?? null },
    parts: partsAhead(line, { zone, now }).map(({ deskId, ...part }) => part),
    isTaken: (await findDesk(scope, { line, wanted: null, at: now })) !== null,
    token: formToken(scope, now),
    now: now.toISOString(),
  }
}

/** The numbers that everybody can dial to ring the line. */
async function numbersOf({ scope, line }: PublicLine): Promise<Dialable[]> {
  const rows = await inScopeSql(scope, (tx) =>
    tx.sql<{ number: string }>(sql`
      SELECT DISTINCT number FROM dialled_number
      WHERE corporation_id = ${scope.corporationId}::int AND line_id = ${line.id}::uuid AND number LIKE '+%' ORDER BY number LIMIT 2`),
  )
  return rows.map(({ number }) => dialable(number))
}

/** Whom to ring when a form is too slow, as it is on this date. */
async function helpNumbersOf({ scope, corporation }: PublicLine, now: Date): Promise<ShownPhone[]> {
  const values = await inScopeSql(scope, (tx) => readPublicValues(tx, scope, dateIn(corporation.timeZone, now)))
  return phonesOf(values, ['emergency', 'gas-and-power', 'suicide-prevention', 'listening-line'])
}

/** What whoever sent this reads; null when nothing came in with that id. */
export async function readReceipt({ scope }: PublicLine, sent: string | null) {
  const promise = sent && isUuid(sent) ? await readPromise(scope, sent.toLowerCase()) : null
  return promise && { code: codeOf(sent ?? ''), promisedAt: promise.promisedAt?.toISOString() ?? null }
}

/** To be said on the telephone: "4F2 91C". */
const codeOf = (id: string) => `${id.slice(-6, -3)} ${id.slice(-3)}`.toUpperCase()
