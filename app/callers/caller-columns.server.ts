import type { CorporationScope, InHand } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { addressColumns, nameColumns } from '#app/tenants/addressee-columns.server.ts'
import { contactColumns, tenancyEnd } from '#app/tenants/contact-rule.ts'
import type { Address } from '#app/tenants/names.ts'
import { type Numbers, numberColumns, workingOf } from '#app/tenants/phone-numbers.ts'
import { dialable } from '#app/tenants/phone-text.server.ts'
import { attentionColumn } from '#app/tenants/sealed-columns.ts'
import type { CallerMatch, NumberIs } from './caller-match.ts'

/** A desk with one corporation in hand, or a member of it. */
export type CallersPlace = InHand | CorporationScope

export type CallerRow = Omit<CallerMatch, 'home' | 'phones' | 'attention' | 'numberIs'> &
  Address &
  Numbers & {
    homeId: string | null
    complex: string | null
    struck: string[]
    attentionSealed: Uint8Array | null
    total: number
  }

/** What a CallerMatch is made of; needs `tenant t` and `home h` in the FROM. `today` in the corporation's zone. */
export const callerColumns = (today: string): SqlPart => sql`
  t.id AS "tenantId", t.number, ${nameColumns}, t.birth_on::text AS "birthOn", h.id AS "homeId", h.complex, ${addressColumns},
  ${numberColumns}, t.language, t.attention_sealed AS "attentionSealed", t.wants_calls AS "wantsCalls",
  ${tenancyEnd} AS "tenancyEnd", ${contactColumns(today)}`

export const joinsHome: SqlPart = sql`LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id`

export async function callersOf(
  tx: SqlRunner,
  { corporationId }: CallersPlace,
  rows: (CallerRow & { numberIs?: NumberIs })[],
): Promise<CallerMatch[]> {
  const sealer = rows.some(({ attentionSealed }) => attentionSealed) ? await sealerFor(tx, corporationId) : null
  return rows.map((row) => {
    const sealed = row.attentionSealed
    return matchOf(row, sealed && sealer ? sealer.open(attentionColumn(row.tenantId), sealed) : '')
  })
}

/** Each by its name: to leave things out of a row takes fifty times as long, and shows whatever is added to it. */
const matchOf = (row: CallerRow & { numberIs?: NumberIs }, attention: string): CallerMatch => ({
  tenantId: row.tenantId,
  number: row.number,
  sex: row.sex,
  initials: row.initials,
  firstName: row.firstName,
  infix: row.infix,
  lastName: row.lastName,
  birthOn: row.birthOn,
  home: row.homeId ? homeOf(row, row.homeId) : null,
  phones: workingOf(row).map(dialable),
  language: row.language,
  attention,
  wantsCalls: row.wantsCalls,
  tenancyEnd: row.tenancyEnd,
  hasDied: row.hasDied,
  hasLeft: row.hasLeft,
  hasMoved: row.hasMoved,
  asksNotToBeRung: row.asksNotToBeRung,
  numberIs: row.numberIs ?? null,
})

export const homeOf = (row: CallerRow, id: string) => ({
  id,
  complex: row.complex,
  street: row.street,
  houseNumber: row.houseNumber,
  addition: row.addition,
  postcode: row.postcode,
  city: row.city,
})
