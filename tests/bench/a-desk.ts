import type { DeskActor } from '#app/accounts/authorize.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'

export const operatorPassword = 'een-lang-wachtwoord'

/** A desk with its corporations, a line of each, and operators who can sign in. */
export async function aWholeDesk({
  corporations: count,
  operators: people,
}: {
  corporations: number
  operators: number
}) {
  const corporations: Corporation[] = []
  for (let nr = 0; nr < count; nr++) corporations.push(await aCorporation({ name: `Corporatie ${nr + 1}` }))
  const desk = await aDesk(corporations)
  const operators: DeskActor[] = []
  for (let nr = 0; nr < people; nr++)
    operators.push(await aDeskActor(desk, { corporations, name: `Centralist ${nr + 1}`, password: operatorPassword }))
  const lines = await Promise.all(corporations.map(async ({ id }) => ({ corporationId: id, lineId: await aLine(id) })))
  return { desk, operators, lines }
}
type WholeDesk = Awaited<ReturnType<typeof aWholeDesk>>

type Owner = { query(text: string, values?: unknown[]): Promise<unknown> }

/** Contacts that are done with, in the years that are kept. */
export async function fillClosed(owner: Owner, { desk, lines }: WholeDesk, count: number) {
  await owner.query(
    `INSERT INTO desk_contact (corporation_id, id, desk_id, line_id, channel, urgency, state, arrived_at, waiting_since, answered_at, closed_at, outcome, phone)
    SELECT l.corporation_id, uuid_v7(), $1, l.id, 'phone', n % 4, 'closed', at, at, at, at, 'solved', '+316' || lpad((n % 100000000)::text, 8, '0')
    FROM generate_series(1, $2::int) n
    JOIN (SELECT corporation_id, id, row_number() OVER () - 1 AS nr FROM phone_line WHERE corporation_id = ANY($3::int[])) l ON l.nr = n % $4::int,
    LATERAL (SELECT now() - n * interval '12 seconds' AS at) moment`,
    [desk.id, count, lines.map(({ corporationId }) => corporationId), lines.length],
  )
}

/** Contacts that wait, in all urgencies. */
export async function fillWaiting(owner: Owner, { desk, lines }: WholeDesk, count: number) {
  await owner.query(
    `INSERT INTO desk_contact (corporation_id, id, desk_id, line_id, channel, urgency, arrived_at, waiting_since)
    SELECT l.corporation_id, uuid_v7(), $1, l.id, 'phone', 1 + n % 3, at, at FROM generate_series(1, $2::int) n
    JOIN (SELECT corporation_id, id, row_number() OVER () - 1 AS nr FROM phone_line WHERE corporation_id = ANY($3::int[])) l ON l.nr = n % $4::int,
    LATERAL (SELECT now() - n * interval '100 milliseconds' AS at) moment`,
    [desk.id, count, lines.map(({ corporationId }) => corporationId), lines.length],
  )
}
