import type { LoadedCaller } from '#app/callers/load-caller.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { FilledPart } from '#app/reference-values/fill-values.ts'
import { placeLine } from '#app/tenants/addressee.ts'
import type { Circumstance } from '#app/triage/circumstances.ts'
import { dangerWords } from '#app/triage/danger-words.server.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { Vocabulary } from '#app/triage/match-kinds.ts'
import { officeDayOf } from '#app/triage/office-day.server.ts'
import { loadRuns } from '#app/triage/shown-run.server.ts'
import type { ShownRun } from '#app/triage/shown-run.ts'
import { vocabularyOf } from '#app/triage/vocabulary.server.ts'
import { weekdayText } from '#app/ui/format.ts'
import type { AtContact } from './at-contact.ts'
import { kindOfSign } from './danger-signs.ts'
import { isOld } from './old-age.ts'
import type { OpenedContact } from './open-contact.server.ts'

/** All that is needed to judge a contact, or to read how it was judged. */
export type Judging = {
  /** What it is judged on; null when it is on nothing. */
  run: ShownRun | null
  /** What it was judged on before it was found to be about something else. */
  replaced: ShownRun[]
  /** Where it is, as it is said; null while nobody knows. */
  place: string | null
  /** To be said at once, for the sign of danger that was named. */
  dangerWords: FilledPart[][]
  vocabulary: Vocabulary<TriageKind>[]
  /** What may hold, as far as is known; ticked by nobody but the operator. */
  proposed: Circumstance[]
  /** When the office opens next, as it is said. */
  officeDay: string | null
}

type Asked = { contact: OpenedContact; caller: LoadedCaller | null; now: Date }

export async function loadJudging(tx: SqlRunner, actor: AtContact, { contact, caller, now }: Asked): Promise<Judging> {
  const runs = await loadRuns(tx, actor, { contactId: contact.id, now })
  const run = runs.find(({ replacedAt }) => replacedAt === null) ?? null
  // Whose number it is may be somewhere else: only where the operator ticked it is it there.
  const home = caller?.isSettled ? caller.home : null
  const place = contact.place || (home ? placeLine(home) : null)
  const kind = contact.dangerSign && kindOfSign[contact.dangerSign]
  const day = await officeDayOf(tx, actor, now)
  const officeDay = day.next && weekdayText(day.next, day.today, actor.language)
  return {
    run,
    replaced: runs.filter(({ replacedAt }) => replacedAt !== null),
    place,
    dangerWords: contact.isMine && kind ? await dangerWords(tx, actor, { kind, now }) : [],
    vocabulary: contact.isMine ? await vocabularyOf(tx, actor) : [],
    proposed: contact.isMine ? await proposals(tx, actor, { contact, caller, now }) : [],
    officeDay,
  }
}

/** A second call about the same home, and who is old or has a word to be careful with beside their name. */
async function proposals(tx: SqlRunner, actor: AtContact, { contact, caller, now }: Asked): Promise<Circumstance[]> {
  const proposed: Circumstance[] = []
  if (contact.homeId && (await rangBefore(tx, actor, contact))) proposed.push('second-call')
  const chosen = caller?.chosen
  if (chosen && (chosen.attention !== '' || isOld(chosen.birthOn, now))) proposed.push('frail')
  return proposed
}

const beforeDays = 14

async function rangBefore(tx: SqlRunner, { corporationId, deskId }: AtContact, { id, homeId, kind }: OpenedContact) {
  if (kind === null) return false
  const found = await tx.sql(sql`
    SELECT FROM desk_contact WHERE corporation_id = ${corporationId}::int AND home_id = ${homeId}::uuid AND desk_id = ${deskId}::int
      AND id <> ${id}::uuid AND kind = ${kind} AND arrived_at > now() - make_interval(days => ${beforeDays}::int) LIMIT 1`)
  return found.length > 0
}
