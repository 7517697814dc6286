import { type TriageKind, triageKinds } from '#app/triage/kinds.ts'
import { type Period, periods, type RunView, runViews } from './figures.ts'

/** Of which runs something is counted or shown. `question`: who did not know the answer to it; `end`: the end they came to. */
export type QualityFilter = {
  days: Period
  kind: TriageKind | null
  corporationId: number | null
  view: RunView
  end: string | null
  question: string | null
  page: number
}

const oneOf = <Code extends string>(codes: readonly Code[], text: string | null): Code | null =>
  codes.find((code) => code === text) ?? null

const id = (text: string | null) => (text && /^[a-z][a-z0-9-]{0,59}$/.test(text) ? text : null)

/** What an address asks for; what it cannot mean is left out. */
export function readQualityFilter(address: URLSearchParams): QualityFilter {
  const number = (name: string) => {
    const value = Number(address.get(name))
    return Number.isInteger(value) && value > 0 && value < 1_000_000 ? value : null
  }
  return {
    days: periods.find((days) => days === number('days')) ?? 30,
    kind: oneOf(triageKinds, address.get('kind')),
    corporationId: number('corporation'),
    view: oneOf(runViews, address.get('show')) ?? 'judged',
    end: id(address.get('end')),
    question: id(address.get('question')),
    page: number('page') ?? 1,
  }
}

/** The address of it below a page, without what is as it is by itself. */
export function qualityAddress(path: string, wanted: Partial<QualityFilter>): string {
  const { days, kind, corporationId, view, end, question, page } = wanted
  const parts = {
    days: days === 30 ? null : days,
    corporation: corporationId,
    kind,
    show: view,
    end,
    question,
    page: page === 1 ? null : page,
  }
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parts)) if (value != null) search.set(name, String(value))
  return search.size > 0 ? `${path}?${search}` : path
}
