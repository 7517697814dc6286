import type { ReactNode } from 'react'

export type Definition = { term: string; value: ReactNode }

/** What is known of one thing. A fact that is not there is left out, or says so itself. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <div className="@container">
      <dl className="grid gap-x-6 gap-y-2 @sm:grid-cols-[minmax(8rem,auto)_minmax(0,1fr)]">
        {items.map(({ term, value }) => (
          <div key={term} className="@sm:contents">
            <dt className="text-ink-soft">{term}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
