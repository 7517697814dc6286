import { type ReactNode, useEffect, useRef } from 'react'

/** Puts the focus in the first field when it opens; without a field the dialog around it takes the focus itself. */
export function FocusFirst({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const fields = 'input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled)'
    ref.current?.querySelector<HTMLElement>(fields)?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={ref} className="flex flex-col gap-4">
      {children}
    </div>
  )
}
