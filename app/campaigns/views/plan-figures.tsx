import { Banner } from '#app/ui/banner.tsx'
import { percentText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Stat, StatRow } from '#app/ui/stat.tsx'
import type { Plan } from '../plan.ts'
import { useWords } from '../words.ts'
import { useFinish, useHours, useNumber } from './figure-text.tsx'

/** Is there enough time, and when is it done? */
export function PlanFigures({ plan, homes, today }: { plan: Plan; homes: number; today: string }) {
  const all = useWords()
  const words = all.start
  const [number, hours, language] = [useNumber(), useHours(), useLanguage()]
  const finish = useFinish(plan, today)
  const basis =
    plan.basedOn === 'this-campaign'
      ? words.ownBasis(number(Math.round(plan.minutesPerReached)), percentText(plan.reachedShare, 1, language))
      : words.basis
  return (
    <Stack>
      <StatRow>
        <Stat label={words.homes} value={number(homes)} />
        <Stat label={words.hoursNeeded} value={hours(plan.hoursNeeded)} />
        <Stat label={words.hoursOffered} value={hours(plan.hoursOffered)} />
        <Stat label={words.finish} isWide {...(homes > 0 ? finish : { value: all.list.notKnown })} />
      </StatRow>
      {plan.hoursShort >= 1 ? (
        <Banner tone="attention">{words.short(hours(plan.hoursShort))}</Banner>
      ) : (
        homes > 0 && <p>{words.enough}</p>
      )}
      {homes > 0 && <p className="text-sm text-ink-soft">{basis}</p>}
    </Stack>
  )
}
