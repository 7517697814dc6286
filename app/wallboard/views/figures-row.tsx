import { clockText, numberText, percentText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { WallCounts, WallNow } from '../wall-lines.ts'
import { useWords } from '../words.ts'

type Size = 'total' | 'line'
type FiguresRowProps = { size: Size; counts: WallCounts; now: WallNow }

/** The same for each line and for the heads above them. */
export const wallColumns = 'grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3 lg:grid-cols-5'
// A wait of hours takes more room than the others need.
const totalColumns = 'grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3 lg:flex lg:justify-between'

const longWaitMs = 30_000

export function WallFiguresRow({ size, counts, now }: FiguresRowProps) {
  const words = useWords()
  const language = useLanguage()
  const text = (value: number) => numberText(value, language)
  const { waiting, longestMs, overdue } = now
  return (
    <dl className={size === 'total' ? totalColumns : wallColumns}>
      <Big size={size} label={words.waiting} value={text(waiting)} isNone={waiting === 0} isWarning={waiting > 0} />
      <Big
        size={size}
        label={words.longest}
        value={longestMs === null ? '–' : clockText(longestMs / 1000)}
        isNone={longestMs === null}
        isWarning={(longestMs ?? 0) > longWaitMs}
      />
      <Big
        size={size}
        label={words.inTime}
        value={percentText(counts['answered-in-time'], counts.ended, language)}
        isNone={counts.ended === 0}
      />
      <Big
        size={size}
        label={words.missed}
        value={text(counts.missed)}
        isNone={counts.missed === 0}
        isWarning={counts.missed > 0}
      />
      <Big
        size={size}
        label={size === 'total' ? words.overdue : words.overdueLine}
        value={text(overdue)}
        isNone={overdue === 0}
        isWarning={overdue > 0}
      />
    </dl>
  )
}

const sizes: Record<Size, { value: string; label: string }> = {
  total: { value: 'text-[2.5rem] lg:text-[min(6rem,5vw)]', label: 'text-sm lg:text-xl' },
  // The head above the lines says it for all of them, where there is room for one.
  line: { value: 'text-2xl lg:text-[2.25rem]', label: 'text-sm lg:sr-only' },
}

/** An hour or more, `1:02:03` where others are `12:45`: in less room for each sign. */
const longValues: Record<Size, string> = { total: 'text-2xl lg:text-[min(5rem,4vw)]', line: sizes.line.value }
const lookOf = (size: Size, value: string) => (value.length > 5 ? longValues[size] : sizes[size].value)

type BigProps = { size: Size; label: string; value: string; isNone: boolean; isWarning?: boolean }

/** Nothing to tell stands back, so that what there is is seen from afar. */
function Big({ size, label, value, isNone, isWarning = false }: BigProps) {
  const look = isWarning ? 'font-bold text-attention-ink' : isNone ? 'text-ink-soft' : 'font-bold'
  return (
    <div className="flex min-w-0 flex-col-reverse justify-end">
      <dt className={`text-ink-soft ${sizes[size].label}`}>{label}</dt>
      <dd className={`tabular leading-none whitespace-nowrap ${lookOf(size, value)} ${look}`}>{value}</dd>
    </div>
  )
}
