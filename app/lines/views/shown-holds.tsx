import { Badge, type Tone } from '#app/ui/badge.tsx'
import { momentText, weekdayText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import type { Because, Holds } from '../what-holds.ts'
import { useWords } from '../words.ts'

/** As a loader gives it: moments may have become text on the way. */
type Sent<T> = T extends Date ? Date | string : T extends object ? { [K in keyof T]: Sent<T[K]> } : T
export type ShownHolds = Sent<Holds> & { desk: string | null }

const tones: Record<Holds['state'], Tone> = { open: 'active', closed: 'neutral', unknown: 'attention' }

/** In a word whether it is answered, and by whom. */
export function HoldsBadge({ holds: { state, desk } }: { holds: ShownHolds }) {
  const words = useWords()
  return <Badge tone={tones[state]}>{desk ?? words.states[state]}</Badge>
}

/** The whole answer: who, until when, and why. */
export function HoldsAnswer({ holds, now }: { holds: ShownHolds; now: string }) {
  const { answers } = useWords()
  const reason = useReason(now.slice(0, 10))
  const { state, desk, until } = holds
  return (
    <div className="flex flex-col gap-1">
      <p className="font-bold">{state === 'open' ? answers.open(desk ?? '') : answers[state]}</p>
      <Until until={until} now={now} />
      <ul className="text-ink-soft">
        {holds.because.map((because) => (
          <li key={because.code}>{reason(because)}.</li>
        ))}
      </ul>
    </div>
  )
}

/** Only whether it is answered, and until when: who does is nobody else's. */
export function HoldsForGuests({ state, until, now }: Pick<ShownHolds, 'state' | 'until'> & { now: string }) {
  const { answers } = useWords()
  return (
    <div className="flex flex-col gap-1">
      <p className="font-bold">{answers.forGuests[state]}</p>
      <Until until={until} now={now} />
    </div>
  )
}

function Until({ until, now }: Pick<ShownHolds, 'until'> & { now: string }) {
  const { answers } = useWords()
  const [language, zone] = [useLanguage(), useTimeZone()]
  return (
    <p>{until ? answers.until(momentText(new Date(until), new Date(now), { zone, language })) : answers.forGood}</p>
  )
}

function useReason(today: string) {
  const { because: words } = useWords()
  const language = useLanguage()
  return (because: Sent<Because>) => {
    const day = 'date' in because ? weekdayText(because.date, today, language) : ''
    if (because.code === 'holiday') return words.holiday(day, because.name)
    if (because.code === 'own-day' || because.code === 'weekday') return words[because.code](day)
    return words[because.code]
  }
}
