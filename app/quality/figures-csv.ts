import type { TriageKind } from '#app/triage/kinds.ts'
import { triageWords } from '#app/triage/triage-words.ts'
import type { Language } from '#app/ui/language.tsx'
import { type Figures, type Quality, runViews } from './figures.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

type Reader = {
  language: Language
  textOf: (kind: TriageKind, end: string) => string
  corporationOf: (id: number) => string
}

/** The figures per kind, per rule and, where there are several, per corporation, as rows for a spreadsheet. */
export function qualityCsv(
  { all, kinds, corporations, ends }: Quality,
  { language, textOf, corporationOf }: Reader,
): string[][] {
  const words = { nl, en }[language]
  const { kinds: names } = triageWords[language]
  const numbers = (figures: Figures) => [
    String(figures.started),
    ...runViews.map((view) => String(figures[view])),
    secondsText(figures.half),
    secondsText(figures.most),
  ]
  const { csv } = words
  return [
    [
      csv.corporation,
      csv.kind,
      csv.end,
      csv.text,
      words.started,
      ...runViews.map((view) => words.views[view]),
      csv.half,
      csv.most,
    ],
    [csv.all, '', '', '', ...numbers(all)],
    ...corporations.map((row) => [corporationOf(row.corporationId), '', '', '', ...numbers(row)]),
    ...kinds.map((row) => ['', names[row.kind], '', '', ...numbers(row)]),
    ...ends.map((row) => ['', names[row.kind], String(row.rule), textOf(row.kind, row.end), ...numbers(row)]),
  ]
}

const secondsText = (value: number | null) => (value === null ? '' : String(Math.round(value)))
