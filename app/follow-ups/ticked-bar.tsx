import type { ReactNode } from 'react'
import { useWords } from '#app/ui/language.tsx'
import { ActionBar } from '#app/ui/page.tsx'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

/** The buttons for all rows that are ticked, always in sight; on a phone from the first tick on. */
export function TickedBar({ children }: { children: ReactNode }) {
  const words = useWords({ nl, en })
  return (
    <div className="contents max-md:[form:not(:has(tbody_:checked))_&]:hidden">
      <ActionBar>
        <span className="mr-auto text-ink-soft">{words.withTicked}</span>
        {children}
      </ActionBar>
    </div>
  )
}
