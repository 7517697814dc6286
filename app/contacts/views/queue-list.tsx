import { type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { QueueRow } from '../queue-row.ts'
import { useQueueWords } from '../queue-words.ts'
import { outOfTurn, type SteadyRow, steadyRows } from '../steady-rows.ts'
import { useNowEvery, useQueueBoard } from './desk-live.tsx'
import { QueueRowView } from './queue-row.tsx'

type ListProps = { label: string; rows: QueueRow[]; total: number }

/** The first rows of a view, in turn; none moves while somebody points at them or goes through them by keyboard. */
export function QueueList({ label, rows, total }: ListProps) {
  const words = useQueueWords()
  const language = useLanguage()
  const list = useRef<HTMLOListElement>(null)
  const hold = useHold(list)
  const shown = useSteady(rows, hold.isHeld)
  const left = total - rows.length
  const late = outOfTurn(shown, rows)
  return (
    <div className="flex flex-col gap-2">
      <ol ref={list} aria-label={label} className="rounded-lg border border-line bg-surface">
        {shown.map(({ row, leftAt }, index) => (
          <QueueRowView key={row.id} row={row} place={index + 1} isGone={leftAt !== null} />
        ))}
      </ol>
      {left > 0 && <p className="tabular px-4 text-ink-soft">{words.more(numberText(left, language))}</p>}
      {/* At the foot, so that no row moves when there is something to say. */}
      <div role="status" className="sticky bottom-18 z-10 md:bottom-2">
        {late > 0 && (
          <div className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-line-strong bg-surface-raised px-4 py-2 shadow-raised">
            {words.newAhead(late)}
            <Button onClick={hold.letGo}>{words.putInOrder}</Button>
          </div>
        )}
      </div>
    </div>
  )
}

function useSteady(rows: QueueRow[], isHeld: boolean): SteadyRow[] {
  const now = useNowEvery(1)
  const board = useQueueBoard()
  const before = useRef<SteadyRow[]>([])
  const known = (id: string) => board.rows.find((row) => row.id === id)
  const shown = steadyRows(before.current, rows, { now, isHeld, known })
  useEffect(() => {
    before.current = shown
  })
  return shown
}

/** How long after the last move of the pointer or the focus the rows may move again. */
const holdMs = 5_000
const signs = ['pointermove', 'pointerdown', 'focusin', 'keydown'] as const

function useHold(list: RefObject<HTMLElement>) {
  const [isHeld, setIsHeld] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const letGo = () => {
    clearTimeout(timer.current)
    setIsHeld(false)
  }
  useEffect(() => {
    const element = list.current
    const hold = () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setIsHeld(false), holdMs)
      setIsHeld(true)
    }
    for (const sign of signs) element?.addEventListener(sign, hold)
    return () => {
      clearTimeout(timer.current)
      for (const sign of signs) element?.removeEventListener(sign, hold)
    }
  }, [list])
  return { isHeld, letGo }
}
