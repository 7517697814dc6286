import { percentText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Stat, StatRow } from '#app/ui/stat.tsx'
import type { Progress } from '../campaign-progress.server.ts'
import { useWords } from '../words.ts'
import { useFinish, useHours, useNumber } from './figure-text.tsx'

type ProgressFiguresProps = {
  progress: Pick<Progress, 'figures' | 'plan'>
  isOpen: boolean
  today: string
  listTo?: string
}

/** The figures on top. `listTo` is the list of addresses, for who may see it. */
export function ProgressFigures({ progress: { figures, plan }, isOpen, today, listTo }: ProgressFiguresProps) {
  const { total, states, reached, toDo } = figures
  const all = useWords()
  const words = all.progress
  const [number, hours, language] = [useNumber(), useHours(), useLanguage()]
  const finish = useFinish(plan, today)
  const to = (state: string) => (listTo ? `${listTo}?state=${state}` : undefined)
  const hoursNote =
    plan.hoursShort >= 1
      ? words.hoursShort(hours(plan.hoursShort))
      : words.hoursNote(hours(Math.max(0, plan.hoursOffered - plan.hoursSpent)))
  return (
    <StatRow>
      <Stat label={words.reached} value={number(reached)} note={words.ofHomes(number(total))} to={to('reached')} />
      <Stat label={words.share} value={percentText(reached, total, language)} note={words.shareNote} />
      {isOpen ? (
        <Stat label={words.toDo} value={number(toDo)} to={to('to-do')} />
      ) : (
        <Stat label={words.never} value={number(total - reached)} />
      )}
      <Stat label={words.unreachable} value={number(states.unreachable)} to={to('unreachable')} />
      {states.withdrawn > 0 && (
        <Stat
          label={words.withdrawn}
          value={number(states.withdrawn)}
          note={figures.withdrawn
            .map(({ reason, homes }) => `${all.addresses.withdrawn[reason]}: ${number(homes)}`)
            .join(', ')}
          to={to('withdrawn')}
        />
      )}
      {isOpen && toDo > 0 && <Stat label={words.hours} value={hours(plan.hoursNeeded)} note={hoursNote} />}
      {isOpen && toDo > 0 && <Stat label={words.finish} isWide {...finish} />}
    </StatRow>
  )
}
