import { type ReactNode, useEffect, useRef } from 'react'

/** What is to be done now: read aloud when it comes, and the place from which the keyboard goes on. */
export function StageHeading({ isLarge, children }: { isLarge?: boolean; children: ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Whoever types goes on typing, and whoever walks by Tab goes on from there.
    if (document.activeElement?.matches('a, button, input, select, summary, textarea')) return
    ref.current?.focus({ preventScroll: true })
    if (isLarge) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isLarge])
  return (
    <h2 ref={ref} tabIndex={-1} className={`${isLarge ? large : 'text-2xl'} wrap-anywhere outline-none`}>
      {children}
    </h2>
  )
}

// With its answers below it, above the bar.
const large = 'scroll-mt-24 scroll-mb-128 text-2xl sm:scroll-mb-84 sm:text-3xl'
