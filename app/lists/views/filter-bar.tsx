import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { useWords } from '../words.ts'

type FilterBarProps = {
  search: ReactNode
  /** Fields that stand beside the search where there is room. */
  beside?: ReactNode
  /** How many choices are not the initial ones. */
  chosen: number
  children: ReactNode
}

// The <details> holds its word alone and what it opens comes after it: where there is room all of that is in sight
// whatever its state, which no browser lets the content of a closed <details> be.
const folded = 'max-sm:peer-[:not([open])]/filters:hidden'

/** What a list shows: the search is always in sight, the choices lie behind one word on a narrow screen. */
export function FilterBar({ search, beside, chosen, children }: FilterBarProps) {
  const words = useWords()
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2 print:hidden">
      {search}
      <details className="peer/filters sm:hidden">
        <summary className="target flex w-fit items-center gap-2 rounded-md border border-line-strong bg-surface px-4 py-1.5 font-bold">
          {words.filters(chosen)}
          <Icon name="down" className="size-4 [[open]>&]:rotate-180" />
        </summary>
      </details>
      {beside && <div className={`max-sm:w-full ${folded}`}>{beside}</div>}
      <div className={`flex min-w-0 basis-full flex-col gap-2 pt-2 empty:hidden ${folded}`}>{children}</div>
    </div>
  )
}
