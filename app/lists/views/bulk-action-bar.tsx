import type { ReactNode } from 'react'
import { ActionBar } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'

/** The buttons for all rows that are ticked, in sight from the first tick on; `all` is the tick for those of every page. */
export function BulkActionBar({ children }: { children: ReactNode }) {
  const words = useWords()
  return (
    <div className="contents [form:not(:has(:is(tbody_input,[name=all]):checked))_&]:hidden">
      <ActionBar>
        <span className="mr-auto text-ink-soft">{words.withSelected}</span>
        {children}
      </ActionBar>
    </div>
  )
}
