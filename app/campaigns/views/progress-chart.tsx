import { Chart } from '#app/ui/chart.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { dateWords } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { CampaignDay } from '../campaign-days.server.ts'
import { useWords } from '../words.ts'
import { useNumber } from './figure-text.tsx'

type ProgressChartProps = {
  days: CampaignDay[]
  planned: (number | null)[]
  finishOn: string | null
  today: string
}

/** Reached and still to do at the end of each day, against what was meant to be left. */
export function ProgressChart({ days, planned, finishOn, today }: ProgressChartProps) {
  const words = useWords().progress
  const language = useLanguage()
  const number = useNumber()
  const last = days.at(-1)
  if (!last) return <EmptyState title={words.noDays}>{words.noDaysLead}</EmptyState>
  const [reached, toDo] = [number(last.reached), number(last.toDo)]
  const finish = finishOn && dateWords(finishOn, today, { language })
  return (
    <Chart
      kind="lines"
      title={words.byDay}
      isCaptionHidden
      description={finish ? words.byDayLead(reached, toDo, finish) : words.byDayNoFinish(reached, toDo)}
      series={[words.reached, words.toDo]}
      days={days.map((day) => ({ on: day.on, values: [day.reached, day.toDo] }))}
      plan={planned.some((value) => value !== null) ? { name: words.plan, values: planned } : undefined}
    />
  )
}
