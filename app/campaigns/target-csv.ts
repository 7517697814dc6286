import { byteOrderMark, csvLine } from '#app/core/csv.ts'
import { letterName, streetLine } from '#app/tenants/names.ts'
import { dateIn, timeIn } from '#app/time/clock.ts'
import type { Language } from '#app/ui/language.tsx'
import type { TargetRow } from './list-targets.server.ts'
import { isFinal } from './target.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

/** The homes of a campaign as the pieces of a file, one row each; times on the clock of the zone. No phone numbers: those are for calling. */
export async function* targetCsv(
  chunks: AsyncIterable<readonly TargetRow[]>,
  { language, zone }: { language: Language; zone: string },
): AsyncGenerator<string> {
  const { addresses: words, outcomes } = language === 'nl' ? nl : en
  const { file, states } = words
  const reasons: Record<string, string> = words.withdrawn
  const moment = (at: string | null) => (at ? `${dateIn(zone, new Date(at))} ${timeIn(zone, new Date(at))}` : '')
  const columns: [label: string, cell: (row: TargetRow) => string][] = [
    [words.who, (row) => letterName(row, language)],
    [words.address, streetLine],
    [file.postcode, ({ postcode }) => postcode ?? ''],
    [file.city, ({ city }) => city ?? ''],
    [words.complex, ({ complex }) => complex ?? ''],
    [words.state, ({ state }) => states[state]],
    [file.reason, ({ withdrawnReason }) => (withdrawnReason ? (reasons[withdrawnReason] ?? '') : '')],
    [words.caller, ({ callerName }) => callerName ?? words.nobody],
    [file.tries, ({ attemptCount }) => String(attemptCount)],
    [words.last, ({ lastOutcome }) => (lastOutcome ? outcomes[lastOutcome] : '')],
    [file.lastAt, ({ lastAttemptAt }) => moment(lastAttemptAt)],
    [words.next, ({ state, nextAt }) => (isFinal(state) ? '' : moment(nextAt))],
  ]
  yield byteOrderMark + csvLine(columns.map(([label]) => label))
  for await (const rows of chunks) yield rows.map((row) => csvLine(columns.map(([, cell]) => cell(row)))).join('')
}
