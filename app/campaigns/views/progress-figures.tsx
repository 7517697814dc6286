import { percentText } from '#app/ui/format.ts'
import { Stat, StatRow } from '#app/ui/stat.tsx'
import type { Progress } from '../campaign-progress.server.ts'
import { calledStates } from '../target.ts'
import { useWords } from '../words.ts'
import { ShortDate, useHours, useNumber } from './figure-text.tsx'

type ProgressFiguresProps = {
  progress: Pick<Progress, 'states' | 'toDo' | 'plan'>
  isOpen: boolean
  today: string
  listTo?: string
}

/** The figures on top. `listTo` is the list of addresses, for who may see it. */
export function ProgressFigures({ progress: { states, toDo, plan }, isOpen, today, listTo }: ProgressFiguresProps) {
  const all = useWords()
  const words = all.progress
  const [number, hours] = [useNumber(), useHours()]
  const tried = calledStates.reduce((sum, state) => sum + states[state], 0)
  const to = (state: string) => (listTo ? `${listTo}?state=${state}` : undefined)
  const hoursNote =
    plan.hoursShort >= 1
      ? words.hoursShort(hours(plan.hoursShort))
      : words.hoursNote(hours(Math.max(0, plan.hoursOffered - plan.hoursSpent)))
  return (
    <StatRow>
      <Stat label={words.reached} value={number(states.reached)} to={to('reached')} />
      <Stat label={words.toDo} value={number(toDo)} to={to('to-do')} />
      <Stat label={words.share} value={percentText(states.reached, tried)} note={words.shareNote} />
      <Stat label={words.unreachable} value={number(states.unreachable)} to={to('unreachable')} />
      {isOpen && toDo > 0 && <Stat label={words.hours} value={hours(plan.hoursNeeded)} note={hoursNote} />}
      {isOpen && toDo > 0 && (
        <Stat
          label={words.finish}
          value={plan.finishOn ? <ShortDate on={plan.finishOn} today={today} /> : all.list.notKnown}
        />
      )}
    </StatRow>
  )
}
