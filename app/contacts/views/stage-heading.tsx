import { type ReactNode, useEffect, useRef } from 'react'

/** What is to be done now: read aloud when it comes, and the place from which the keyboard goes on. */
export function StageHeading({ isLarge, children }: { isLarge?: boolean; children: ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Whoever types goes on typing.
    if (document.activeElement === document.body) ref.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h2 ref={ref} tabIndex={-1} className={`${isLarge ? 'text-3xl' : 'text-2xl'} wrap-anywhere outline-none`}>
      {children}
    </h2>
  )
}
