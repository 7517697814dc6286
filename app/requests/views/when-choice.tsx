import { RadioCards } from '#app/ui/choice.tsx'
import { civilDateOf, dayText, timeText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { useWords } from '../words.ts'
import { type ShownPage, useMoment } from './shown-page.ts'

type Props = { page: ShownPage; defaultValue: string; error?: string }

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** As soon as possible, with what is promised then, or a part of a day on which the line is answered. */
export function WhenChoice({ page, defaultValue, error }: Props) {
  const words = useWords()
  const language = useLanguage()
  const moment = useMoment(page)
  const { soonest, parts, now, zone } = page
  const dayOf = (date: string) => capital(dayText(date, civilDateOf(now, zone), language))
  const options = [
    {
      value: 'now',
      label: soonest.from ? words.soonestFrom(moment(soonest.from)) : words.soonest,
      hint: soonest.promisedAt ? words.before(moment(soonest.promisedAt)) : words.noTime,
    },
    ...parts.map(({ wish, date, part, from, until }) => ({
      value: wish,
      label: words.parts[part](dayOf(date)),
      hint: words.between(timeText(from, zone), timeText(until, zone)),
    })),
  ]
  return <RadioCards name="when" label={words.when} options={options} defaultValue={defaultValue} error={error} />
}
