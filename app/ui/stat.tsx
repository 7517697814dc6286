import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

type StatProps = { label: string; value: ReactNode; note?: ReactNode; to?: string; isWide?: boolean }

/** A figure with what it counts. Several stand in a StatRow; a wide one has words for its value. */
export function Stat({ label, value, note, to, isWide = false }: StatProps) {
  return (
    <div className={`flex min-w-0 flex-col gap-0.5 ${isWide ? 'col-span-2 print:col-span-1' : ''}`}>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="tabular text-2xl font-bold">
        {to ? (
          <Link
            to={to}
            className="inline-block min-w-6 text-accent underline decoration-1 underline-offset-4 hover:decoration-2"
          >
            {value}
          </Link>
        ) : (
          value
        )}
      </dd>
      {note && <dd className="text-sm text-ink-soft">{note}</dd>}
    </div>
  )
}

export const StatRow = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-2 gap-x-4 gap-y-4 sm:grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] sm:gap-x-6 print:grid-cols-6 print:gap-x-3">
    {children}
  </dl>
)
