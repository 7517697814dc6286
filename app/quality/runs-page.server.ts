import type { Person } from '#app/accounts/authorize.server.ts'
import { canAtDesk } from '#app/accounts/desk-permissions.ts'
import { can } from '#app/accounts/permissions.ts'
import { readQualityFilter } from './filter.ts'
import { listRuns, type QualityRun } from './read-figures.server.ts'

const perPage = 50

/** The runs behind a figure, with where each contact can be opened by whoever looks. */
export async function loadRuns(person: Person, address: URLSearchParams, now: Date) {
  const filter = readQualityFilter(address)
  const from = (filter.page - 1) * perPage
  const { rows, total } = await listRuns(person, { ...filter, now }, { from, most: perPage })
  const toContact = contactPath(person)
  return {
    filter,
    rows: rows.map((row) => shownRun(row, toContact)),
    paging: { page: filter.page, perPage, total },
    now: now.toISOString(),
  }
}

const shownRun = (run: QualityRun, toContact: (id: string) => string | null) => ({
  id: run.id,
  corporation: run.corporation,
  kind: run.kind,
  startedAt: run.startedAt.toISOString(),
  seconds: run.seconds,
  rule: run.rule,
  verdict: run.class && { class: run.class, hours: run.hours },
  override: run.override,
  to: toContact(run.contactId),
})

function contactPath(person: Person): (id: string) => string | null {
  if (person.as === 'desk') return (id) => (canAtDesk(person, 'contact:see') ? `/contacts/${id}` : null)
  return (id) => (can(person, 'night:see') ? `/nights/contacts/${id}` : null)
}
