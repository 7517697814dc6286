import { Badge } from '#app/ui/badge.tsx'
import { civilDateOf, dateText } from '#app/ui/format.ts'
import { useTimeZone } from '#app/ui/language.tsx'
import { isLongUnchecked } from '../agency-check.ts'
import { useWords } from '../words.ts'

type Props = { agency: { checkedAt: Date | string | null; checkedBy: string | null }; now: Date | string }

/** When somebody last looked whether it still holds, and who; marked when that is over a year ago. */
export function AgencyChecked({ agency: { checkedAt, checkedBy }, now }: Props) {
  const words = useWords().agencies
  const zone = useTimeZone()
  if (checkedAt === null) return <Badge tone="attention">{words.neverChecked}</Badge>
  return (
    <span className="flex flex-col items-start gap-1">
      <span>{words.checkedOnBy(dateText(civilDateOf(checkedAt, zone)), checkedBy ?? '')}</span>
      {isLongUnchecked(checkedAt, now) && <Badge tone="attention">{words.longUnchecked}</Badge>}
    </span>
  )
}
