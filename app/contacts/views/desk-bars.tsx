import { Banner } from '#app/ui/banner.tsx'
import { timeText } from '#app/ui/format.ts'
import { useTimeZone } from '#app/ui/language.tsx'
import { useDeskWords } from '../desk-words.ts'
import { isNobodyFree } from '../waiting-call.ts'
import { useDeskPerson, useNowEvery, useQueueBoard } from './desk-live.tsx'

/** A moment without a stream, as when the server is restarted, is nobody's worry. */
const patienceMs = 5_000

/** What is wrong with the desk itself, on each of its pages. */
export function DeskBars() {
  const { bars: words } = useDeskWords()
  const person = useDeskPerson()
  const board = useQueueBoard()
  const zone = useTimeZone()
  const now = useNowEvery(1)
  const { link, linkSince, heardAt, isWorking, clockAhead, rows, operators } = board
  const isGone = link !== 'stream' && linkSince > 0 && now - clockAhead - linkSince >= patienceMs
  return (
    <div className="flex flex-col gap-3 *:last:mb-6">
      {isGone && link === 'lost' && (
        <Banner tone="danger" isLive>
          {words.lost(heardAt > 0 ? timeText(new Date(heardAt), zone) : null)}
        </Banner>
      )}
      {isGone && link === 'asking' && (
        <Banner tone="attention" isLive>
          {words.asking}
        </Banner>
      )}
      {isWorking === false && person.maySupervise && (
        <Banner tone="danger" isLive>
          {words.notWorking}
        </Banner>
      )}
      {isNobodyFree(rows, operators) && (
        <Banner tone="attention" isLive>
          {words.nobodyFree}
        </Banner>
      )}
    </div>
  )
}
