import type { Person } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { csvText, csvType } from '#app/core/csv.ts'
import { download } from '#app/core/download.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { entry } from '#app/triage/protocol.ts'
import { qualityCsv } from './figures-csv.ts'
import { readQualityFilter } from './filter.ts'
import { servedNames, textsFor } from './quality-page.server.ts'
import { readQuality } from './read-figures.server.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

/** The figures of an address as a file for Excel; that it went out is a line of the log. */
export async function qualityFile(person: Person, address: URLSearchParams, now: Date): Promise<Response> {
  const filter = readQualityFilter(address)
  const names = person.as === 'desk' ? await servedNames(person) : []
  const textsOf = await textsFor(person, filter.corporationId)
  const quality = await readQuality(person, { ...filter, now })
  await inScope(person, (tx) =>
    recordAudit(tx, person, {
      action: 'protocol-figures:exported',
      subject: 'protocol-figures',
      details: { days: filter.days, kind: filter.kind },
    }),
  )
  const rows = qualityCsv(quality, {
    language: person.language,
    textOf: (kind, end) => entry(textsOf(kind).ends, end)?.because ?? '',
    corporationOf: (id) =>
      names.find((one) => one.id === id)?.name ?? (person.as === 'member' ? person.corporationName : ''),
  })
  const name = `${{ nl, en }[person.language].fileName}-${dateIn(person.timeZone, now)}.csv`
  return download(csvText(rows), { name, type: csvType })
}
