import { type SqlRunner, sql } from '#app/core/sql.ts'
import { dateIn } from '#app/time/clock.ts'
import { type CallerRow, type CallersPlace, callerColumns, callersOf, joinsHome } from './caller-columns.server.ts'
import type { CallerMatch, Recognition } from './caller-match.ts'
import { type HomeDetails, homeDetails } from './home-details.server.ts'
import { recogniseCaller } from './recognise-caller.server.ts'
import { type FoundCallers, searchCallers } from './search-callers.server.ts'

/** `phone` in any notation; `query` as it was typed, '' when nothing was; the ids of whom was ticked. */
export type AboutCaller = {
  phone: string | null
  isHidden: boolean
  query: string
  tenantId: string | null
  homeId: string | null
}

/** All that the panel of a caller shows. `shown`: the tenants named in it, for the log. */
export type LoadedCaller = {
  /** Null when the operator ticked somebody or a home. */
  recognition: Recognition | null
  query: string
  found: FoundCallers | null
  /** Whom the operator ticked. */
  chosen: CallerMatch | null
  /** The home that was ticked, of whom was ticked, or of the one household that has the number. */
  home: HomeDetails | null
  isSettled: boolean
  today: string
  shown: string[]
}

/**
 * Who rings, as far as is known: nobody is chosen who was not ticked. With one ticked nobody else is read, so that no more
 * people are shown than it takes. That they were is written down by whoever shows them.
 */
export async function loadCaller(
  tx: SqlRunner,
  place: CallersPlace,
  { about, now }: { about: AboutCaller; now: Date },
): Promise<LoadedCaller> {
  const today = await todayThere(tx, place, now)
  const { query } = about
  const [known, found] = await Promise.all([
    whoRings(tx, place, { about, today }),
    query.trim() === '' ? null : searchCallers(tx, place, { query, today }),
  ])
  const { recognition, home, chosen } = known
  return { ...known, query, found, today, shown: idsIn([recognition, found, home, chosen]) }
}

type WhoRings = Pick<LoadedCaller, 'recognition' | 'chosen' | 'home' | 'isSettled'>

async function whoRings(
  tx: SqlRunner,
  place: CallersPlace,
  { about, today }: { about: AboutCaller; today: string },
): Promise<WhoRings> {
  const chosen = about.tenantId ? await findCaller(tx, place, { tenantId: about.tenantId, today }) : null
  const ticked = await homeAt(tx, place, { homeId: about.homeId ?? chosen?.home?.id, today })
  if (chosen !== null || ticked !== null) return { recognition: null, chosen, home: ticked, isSettled: true }
  const phone = about.isHidden ? null : about.phone
  const recognition = await recogniseCaller(tx, place, { phone, today })
  const home = await homeAt(tx, place, { homeId: certainHome(recognition), today })
  return { recognition, chosen, home, isSettled: false }
}

const homeAt = async (
  tx: SqlRunner,
  place: CallersPlace,
  { homeId, today }: { homeId: string | null | undefined; today: string },
) => (homeId ? homeDetails(tx, place, { homeId, today }) : null)

/** Whoever of them rings, what to be warned of there stands before the operator picks up. */
const certainHome = (recognition: Recognition | null) =>
  recognition?.is === 'certain' ? recognition.people[0]?.home?.id : null

async function findCaller(
  tx: SqlRunner,
  place: CallersPlace,
  { tenantId, today }: { tenantId: string; today: string },
): Promise<CallerMatch | null> {
  const rows = await tx.sql<CallerRow>(sql`
    SELECT ${callerColumns(today)}, 1 AS total FROM tenant t ${joinsHome}
    WHERE t.corporation_id = ${place.corporationId}::int AND t.id = ${tenantId}::uuid`)
  const [found] = await callersOf(tx, place, rows)
  return found ?? null
}

async function todayThere(tx: SqlRunner, { corporationId }: CallersPlace, now: Date): Promise<string> {
  const [row] = await tx.sql<{ zone: string }>(
    sql`SELECT time_zone AS zone FROM corporation WHERE id = ${corporationId}::int`,
  )
  return dateIn(row?.zone ?? 'Europe/Amsterdam', now)
}

function idsIn(parts: (Recognition | FoundCallers | HomeDetails | CallerMatch | null)[]): string[] {
  const people = parts.flatMap((part) => {
    if (!part) return []
    if ('tenantId' in part) return [part]
    return 'people' in part ? part.people : []
  })
  return [...new Set(people.map(({ tenantId }) => tenantId))]
}
