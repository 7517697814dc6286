import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

type DisclosureProps = { label: ReactNode; isOpen?: boolean; isPanel?: boolean; children: ReactNode }

/** What few people need, behind its own words. A <details>, so it opens before any script has run. */
export function Disclosure({ label, isOpen, isPanel, children }: DisclosureProps) {
  const panel = isPanel ? 'rounded-lg border border-line bg-surface px-4 py-2 sm:px-6 sm:py-3' : ''
  return (
    <details open={isOpen || undefined} className={`group/disclosure min-w-0 print:hidden ${panel}`}>
      <summary className="target flex w-fit items-center gap-2 rounded-md font-bold text-accent underline-offset-4 hover:underline">
        <Icon name="down" className="size-4 group-open/disclosure:rotate-180" />
        {label}
      </summary>
      <div className={`flex min-w-0 flex-col gap-4 ${isPanel ? 'pt-2 pb-3' : 'pt-2'}`}>{children}</div>
    </details>
  )
}
