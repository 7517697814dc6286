import { WayBack } from '#app/lists/views/way-back.tsx'
import { dayText, timesText } from '../hours-text.ts'
import type { hoursTakenAway } from '../way-back.ts'
import { useWords } from '../words.ts'

type HoursRemovedProps = { removed: ReturnType<typeof hoursTakenAway>; to: string }

/** What was just removed of a line's hours, with one press to have it again. */
export function HoursRemoved({ removed, to }: HoursRemovedProps) {
  const words = useWords()
  if (!removed) return null
  const { row, fields } = removed
  return (
    <WayBack to={to} said={words.hoursRemoved(`${dayText(row, words)} ${timesText(row, words)}`)} fields={fields} />
  )
}
