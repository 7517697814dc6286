import { type CivilDate, dateText, dueText, type Instant, momentText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'

const iso = (at: Instant) => new Date(at).toISOString()

/** `22-11-2026` */
export const DateText = ({ on }: { on: CivilDate }) => (
  <time dateTime={on} className="tabular whitespace-nowrap">
    {dateText(on)}
  </time>
)

/** `morgen 10:00`; `now` comes from the loader, so that server and browser write the same. */
export const MomentText = ({ at, now }: { at: Instant; now: Instant }) => (
  <time dateTime={iso(at)} className="tabular">
    {momentText(at, now, { zone: useTimeZone(), language: useLanguage() })}
  </time>
)

/** `morgen`, or bold and in the colour of attention: `3 dagen te laat`. */
export function DueText({ dueOn, today }: { dueOn: CivilDate; today: CivilDate }) {
  const isLate = dueOn < today
  return (
    <time dateTime={dueOn} className={`sm:whitespace-nowrap ${isLate ? 'font-bold text-attention-ink' : ''}`}>
      {dueText(dueOn, today, useLanguage())}
    </time>
  )
}
