import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { type WallLine, type WallPage, wallPage } from '../wall-lines.ts'
import { useWords } from '../words.ts'
import { WallFiguresRow, wallColumns } from './figures-row.tsx'

/** How long a page of lines stands: long enough to find one's own among twelve. */
const turnMs = 12_000
const columns = 'lg:grid lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] lg:items-center lg:gap-6'

type WallLinesProps = { busy: WallLine[]; quiet: WallLine[] }

/** A row for each line, the worst first; pages that turn by themselves where not all of them fit. */
export function WallLines({ busy, quiet }: WallLinesProps) {
  const words = useWords()
  const [showsQuiet, setShowsQuiet] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const turning = useTurning()
  const lines = showsQuiet ? [...busy, ...quiet] : busy
  const size = useFitting(list, lines.length > 0)
  const page = wallPage(lines, { turn: turning.turn, size })
  return (
    <section aria-label={words.lines} className="flex min-h-0 flex-1 flex-col">
      <Heads />
      {busy.length === 0 && <p className="py-3 text-lg text-ink-soft lg:text-2xl">{words.noCalls}</p>}
      <ol ref={list} className="min-h-0 flex-1 lg:overflow-hidden">
        {page.shown.map((line) => (
          <li key={line.lineId} className={`border-b border-line py-3 lg:h-14 lg:py-0 ${columns}`}>
            <h2 className="text-lg font-bold wrap-anywhere lg:truncate lg:text-[1.75rem]">
              {line.corporation} <span className="font-normal text-ink-soft">{line.line}</span>
            </h2>
            <WallFiguresRow size="line" counts={line.counts} now={line} />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 pt-2">
        {page.pages > 1 && <Turns {...page} {...turning} total={lines.length} />}
        {quiet.length > 0 && (
          <div className="first:-ml-4">
            <Button variant="plain" aria-expanded={showsQuiet} onClick={() => setShowsQuiet(!showsQuiet)}>
              {showsQuiet ? words.hideQuiet : words.quiet(quiet.length)}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}

function Heads() {
  const words = useWords()
  return (
    <div
      aria-hidden="true"
      className={`hidden border-b border-line-strong pb-1 text-base leading-tight text-ink-soft 2xl:text-xl ${columns}`}
    >
      <span>{words.lines}</span>
      <span className={wallColumns}>
        {[words.waiting, words.longest, words.inTime, words.missed, words.overdueLine].map((head) => (
          <span key={head} className="self-end">
            {head}
          </span>
        ))}
      </span>
    </div>
  )
}

type TurnsProps = WallPage & ReturnType<typeof useTurning> & { total: number }

function Turns({ page, pages, total, isStill, go, setIsStill }: TurnsProps) {
  const words = useWords()
  const language = useLanguage()
  return (
    <>
      <p className="tabular text-lg text-ink-soft">{words.page(page + 1, pages, numberText(total, language))}</p>
      <div className="flex gap-2">
        <Button icon="left" onClick={() => go(-1)} aria-label={words.previous} />
        <Button icon="right" onClick={() => go(1)} aria-label={words.next} />
        <Button onClick={() => setIsStill(!isStill)}>{isStill ? words.turn : words.holdStill}</Button>
      </div>
    </>
  )
}

/** Counts up by itself; whoever turns a page wants to read it, so it stands still from then on. */
function useTurning() {
  const [turn, setTurn] = useState(0)
  const [isStill, setIsStill] = useState(false)
  useEffect(() => {
    if (isStill) return
    const timer = setInterval(() => setTurn((now) => now + 1), turnMs)
    return () => clearInterval(timer)
  }, [isStill])
  const go = (by: number) => {
    setIsStill(true)
    setTurn((now) => now + by)
  }
  return { turn, isStill, setIsStill, go }
}

const fewest = 3

/** How many rows of the list fit in it, each as high as the first; without end where the page scrolls instead. */
function useFitting(list: React.RefObject<HTMLOListElement | null>, hasRows: boolean): number {
  const [size, setSize] = useState(Number.POSITIVE_INFINITY)
  useEffect(() => {
    const element = list.current
    if (!element || !hasRows) return
    const wide = window.matchMedia('(min-width: 64rem)')
    const measure = () => {
      const row = element.firstElementChild?.getBoundingClientRect().height
      setSize(wide.matches && row ? Math.max(fewest, Math.floor(element.clientHeight / row)) : Number.POSITIVE_INFINITY)
    }
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [list, hasRows])
  return size
}
