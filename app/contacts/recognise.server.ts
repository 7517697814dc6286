import type { CallerMatch, Recognition } from '#app/callers/caller-match.ts'
import { recogniseCaller } from '#app/callers/recognise-caller.server.ts'
import type { InHand } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { writtenName } from '#app/tenants/names.ts'
import { dateIn } from '#app/time/clock.ts'
import { type Recognised, recognisedColumn } from './recognised.ts'

type Ringing = { contactId: string; phone: string | null; at: Date }

/** What the board shows of who rings, sealed; looked up once, when the call comes in. */
export async function sealRecognised(tx: SqlRunner, scope: InHand, { contactId, phone, at }: Ringing) {
  const [place] = await tx.sql<{ timeZone: string }>(
    sql`SELECT time_zone AS "timeZone" FROM corporation WHERE id = ${scope.corporationId}::int`,
  )
  if (!place) throw new Error('The corporation in hand is not there.')
  const found = recognisedIn(await recogniseCaller(tx, scope, { phone, today: dateIn(place.timeZone, at) }))
  const sealer = await sealerFor(tx, scope.corporationId)
  return sealer.seal(recognisedColumn(contactId), JSON.stringify(found))
}

/** Of whoever has the number themselves; what must be known of any of them is said before anybody picks up. */
export function recognisedIn(recognition: Recognition): Recognised {
  if (!('people' in recognition)) return { is: recognition.is }
  const holders = recognition.people.filter(({ numberIs }) => numberIs !== null)
  const [first] = holders
  const name = recognition.is === 'certain' && first && holders.length === 1 ? writtenName(first) : undefined
  const language = firstOf(holders, (one) => (one.language === 'nl' ? null : one.language))
  const attention = firstOf(holders, (one) => one.attention || null)
  return { is: recognition.is, ...(name && { name }), ...(language && { language }), ...(attention && { attention }) }
}

const firstOf = (people: CallerMatch[], of: (person: CallerMatch) => string | null) =>
  people.map(of).find((value) => value !== null) ?? undefined
