import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { readQueue } from '#app/contacts/read-queue.server.ts'
import { useNow, useQueueBoard } from '#app/contacts/views/desk-live.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { readWallFigures } from '../read-wall-figures.server.ts'
import { WallFiguresRow } from '../views/figures-row.tsx'
import { WallHere } from '../views/here.tsx'
import { WallLines } from '../views/lines.tsx'
import { wallLines, wallNow } from '../wall-lines.ts'
import { useWords } from '../words.ts'

/** How a desk and each of its lines stands, to be read from across the room. */
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

/** As the stream tells it; before it said anything, as the page came. */
function useShown() {
  const { rows, operators, figures, name } = useLoaderData<typeof loader>()
  const board = useQueueBoard()
  return { figures, name, ...(board.isComplete ? board : { rows, operators }) }
}

/** From a wide screen on it is one screenful, whatever happens at the desk. */
export default function Wallboard() {
  const { figures, name, rows, operators } = useShown()
  const now = useNow()
  const words = useWords()
  const wall = useRef<HTMLDivElement>(null)
  useFiguresAnew()
  return (
    <>
      <div
        ref={wall}
        className="flex flex-col gap-4 scheme-dark rounded-lg bg-canvas p-4 text-ink lg:h-[calc(100dvh-12rem)] lg:min-h-[36rem] lg:px-8 [&:fullscreen]:overflow-y-auto lg:[&:fullscreen]:h-dvh"
      >
        <header className="flex flex-wrap items-center justify-between gap-4">
          <h1 className="text-3xl">{name}</h1>
          <div className="in-[:fullscreen]:hidden">
            <Button keys="f" onClick={() => void wall.current?.requestFullscreen?.()}>
              {words.fullScreen}
            </Button>
          </div>
        </header>
        <section aria-label={words.all}>
          <WallFiguresRow size="total" counts={figures.all} now={wallNow(rows, now)} />
        </section>
        <WallLines {...wallLines(figures.lines, rows, now)} />
        <WallHere operators={operators} />
      </div>
      <div className="mt-4">
        <Disclosure label={`? ${words.meaning}`}>
          <ul className="flex list-disc flex-col gap-1 pl-6">
            {words.meanings.map((meaning) => (
              <li key={meaning}>{meaning}</li>
            ))}
          </ul>
        </Disclosure>
      </div>
    </>
  )
}
