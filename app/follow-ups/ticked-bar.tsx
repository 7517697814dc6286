import type { ReactNode } from 'react'
import { useWords } from '#app/ui/language.tsx'
import { ActionBar } from '#app/ui/page.tsx'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

/** The buttons for all rows that are ticked, always in sight. */
export function TickedBar({ children }: { children: ReactNode }) {
  const words = useWords({ nl, en })
  return (
    <ActionBar>
      <span className="mr-auto text-ink-soft">{words.withTicked}</span>
      {children}
    </ActionBar>
  )
}
