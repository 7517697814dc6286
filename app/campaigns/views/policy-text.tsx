import { DefinitionList } from '#app/ui/definition-list.tsx'
import { type Policy, weekdays } from '../calling-policy.ts'
import { useWords } from '../words.ts'

/** How often and when people are called, to read. */
export function PolicyText({ policy }: { policy: Policy }) {
  const all = useWords()
  const words = all.policy
  const yesOrNo = (answer: boolean) => (answer ? words.yes : words.no)
  const windows = weekdays.map((day) => ({
    term: all.weekdays[day],
    value: policy.windows[day]?.map(({ from, to }) => `${from}–${to}`).join(', ') || words.notCalling,
  }))
  return (
    <DefinitionList
      items={[
        { term: words.attempts, value: policy.maxAttempts },
        { term: words.hoursBetween, value: `${policy.hoursBetween} ${words.hoursUnit}` },
        { term: words.otherPart, value: yesOrNo(policy.otherPartOfDay) },
        { term: words.rest, value: `${policy.restDays} ${words.daysUnit}` },
        { term: words.lease, value: `${policy.leaseMinutes} ${words.minutesUnit}` },
        { term: words.holidays, value: yesOrNo(policy.onPublicHolidays) },
        ...windows,
      ]}
    />
  )
}
