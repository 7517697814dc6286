import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { useWords as useLineWords } from '#app/lines/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { clockText, numberText, percentText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { useDeskWords } from '../desk-words.ts'
import type { QueueRow } from '../queue-row.ts'
import { readQueue } from '../read-queue.server.ts'
import { useNow, useQueueBoard } from '../views/desk-live.tsx'
import { readWallFigures, type WallFigures } from '../wall-figures.server.ts'
import { useWallWords } from '../wall-words.ts'

/** How a desk stands, to be read from across the room. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'wallboard:see')
  const { rows, operators } = await readQueue(actor)
  return { rows, operators, name: actor.deskName, figures: await readWallFigures(actor, new Date()) }
}

const refreshMs = 60_000

/** What is counted over hours is asked for again each minute; who waits is told by the stream. */
function useFiguresAnew() {
  const { revalidate } = useRevalidator()
  const latest = useRef(revalidate)
  latest.current = revalidate
  useEffect(() => {
    const timer = setInterval(() => latest.current(), refreshMs)
    return () => clearInterval(timer)
  }, [])
}

export default function Wallboard() {
  const { figures, name } = useLoaderData<typeof loader>()
  const words = useWallWords()
  const wall = useRef<HTMLDivElement>(null)
  useFiguresAnew()
  return (
    <div ref={wall} className="flex min-h-[80vh] flex-col gap-6 scheme-dark rounded-lg bg-canvas p-4 text-ink lg:p-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl">{name}</h1>
        <Button keys="f" onClick={() => void wall.current?.requestFullscreen?.()}>
          {words.fullScreen}
        </Button>
      </header>
      <div className="flex flex-col gap-8">
        {figures.map((row) => (
          <WallRow key={row.lineKind ?? 'all'} {...row} />
        ))}
      </div>
      <Here />
      <Disclosure label={`? ${words.meaning}`}>
        <ul className="flex list-disc flex-col gap-1 pl-6">
          {words.meanings.map((meaning) => (
            <li key={meaning}>{meaning}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}

/** As the stream tells it; before it said anything, as the page came. */
function useRows(): readonly QueueRow[] {
  const { rows } = useLoaderData<typeof loader>()
  const board = useQueueBoard()
  return board.isComplete ? board.rows : rows
}

function WallRow({ lineKind, figures }: WallFigures[number]) {
  const words = useWallWords()
  const { kinds } = useLineWords()
  const language = useLanguage()
  const now = useNow()
  const rows = useRows().filter((row) => lineKind === null || row.lineKind === lineKind)
  const waits = rows.filter(({ state }) => state === 'waiting').map((row) => now - Date.parse(row.waitingSince))
  const overdue = rows.filter(({ state, dueAt }) => state === 'call-back' && dueAt !== null && Date.parse(dueAt) < now)
  const longest = Math.max(...waits)
  const size = lineKind === null ? 'text-[3rem] lg:text-[8rem]' : 'text-[2rem] lg:text-[4rem]'
  const text = (value: number) => numberText(value, language)
  return (
    <section aria-label={lineKind ? kinds[lineKind] : words.all}>
      <h2 className="mb-2 text-xl lg:text-3xl">{lineKind ? kinds[lineKind] : words.all}</h2>
      <dl className="grid grid-cols-2 gap-4 lg:grid-cols-5">
        <Big label={words.waiting} value={text(waits.length)} size={size} isWarning={waits.length > 0} />
        <Big
          label={words.longest}
          value={waits.length > 0 ? clockText(longest / 1000) : '–'}
          size={size}
          isWarning={longest > 30_000}
        />
        <Big
          label={words.inTime}
          value={percentText(figures['answered-in-time'], figures.ended, language)}
          size={size}
        />
        <Big label={words.missed} value={text(figures.missed)} size={size} isWarning={figures.missed > 0} />
        <Big label={words.overdue} value={text(overdue.length)} size={size} isWarning={overdue.length > 0} />
      </dl>
    </section>
  )
}

type BigProps = { label: string; value: string; size: string; isWarning?: boolean }

const Big = ({ label, value, size, isWarning = false }: BigProps) => (
  <div className="flex min-w-0 flex-col-reverse justify-end">
    <dt className="text-base text-ink-soft lg:text-xl">{label}</dt>
    <dd className={`tabular leading-none font-bold ${size} ${isWarning ? 'text-attention-ink' : ''}`}>{value}</dd>
  </div>
)

function Here() {
  const loaded = useLoaderData<typeof loader>().operators
  const board = useQueueBoard()
  const words = useWallWords()
  const { shown } = useDeskWords().presence
  const operators = board.isComplete ? board.operators : loaded
  return (
    <section aria-label={words.here}>
      <h2 className="mb-2 text-xl lg:text-3xl">{words.here}</h2>
      {operators.length === 0 && <p className="text-ink-soft">{words.noneHere}</p>}
      <ul className="flex flex-wrap gap-x-8 gap-y-2 text-lg lg:text-2xl">
        {operators.map(({ accountId, name, presence }) => (
          <li key={accountId}>
            <span className="font-bold">{name}</span> <span className="text-ink-soft">{shown[presence]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
