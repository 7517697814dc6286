import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useWords } from './words.ts'

/** `undo` is one way back, never the only one: a notice passes. */
export type Toast = { text: string; tone?: 'done' | 'attention'; undo?: { label?: string; run: () => void } }

type Shown = Toast & { id: number }

const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** `const toast = useToast(); toast({ text: 'Opgeslagen.', undo: { run: restore } })` */
export const useToast = () => useContext(ToastContext)

const atOnce = 2

/** Once, at the root. The live region is there before the first notice, or it would not be read. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const words = useWords()
  const [shown, setShown] = useState<Shown[]>([])
  const nextId = useRef(1)
  const show = useCallback((toast: Toast) => {
    const id = nextId.current++
    setShown((before) => [...before, { ...toast, id }].slice(-atOnce))
  }, [])
  const drop = useCallback((id: number) => setShown((before) => before.filter((toast) => toast.id !== id)), [])
  return (
    <ToastContext.Provider value={show}>
      {children}
      <section
        aria-label={words.notices}
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-20 z-50 flex flex-col items-center gap-2 print:hidden"
      >
        {shown.map((toast) => (
          <Notice key={toast.id} {...toast} drop={drop} />
        ))}
      </section>
    </ToastContext.Provider>
  )
}

const secondsShown = { plain: 8, withUndo: 20 }

function Notice({ id, text, tone = 'done', undo, drop }: Shown & { drop: (id: number) => void }) {
  const words = useWords()
  const [isPaused, setIsPaused] = useState(false)
  const seconds = undo ? secondsShown.withUndo : secondsShown.plain
  useEffect(() => {
    if (isPaused) return
    const timer = setTimeout(() => drop(id), seconds * 1000)
    return () => clearTimeout(timer)
  }, [isPaused, seconds, id, drop])
  const runUndo = () => {
    undo?.run()
    drop(id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody is reading or choosing
    <div
      onPointerEnter={() => setIsPaused(true)}
      onPointerLeave={() => setIsPaused(false)}
      onFocus={() => setIsPaused(true)}
      onBlur={() => setIsPaused(false)}
      className="pointer-events-auto flex w-full max-w-xl flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line-strong bg-surface-raised px-4 py-2 shadow-raised"
    >
      <Icon
        name={tone === 'done' ? 'check' : 'alert'}
        className={`size-5 ${tone === 'done' ? 'text-accent' : 'text-attention-ink'}`}
      />
      <p className="min-w-0 flex-1 basis-40">{text}</p>
      {undo && <Button onClick={runUndo}>{undo.label ?? words.undo}</Button>}
      <Button variant="plain" onClick={() => drop(id)}>
        {words.close}
      </Button>
    </div>
  )
}
