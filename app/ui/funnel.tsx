import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'

export type FunnelRow = {
  key: string
  label: ReactNode
  count: number
  to?: string
  /** `off` counts what falls away; `result` is what is left in the end. */
  kind?: 'keep' | 'off' | 'result'
}

/** How a large number becomes the one that counts, row by row, each with the names behind it. */
export function Funnel({ label, rows }: { label: string; rows: FunnelRow[] }) {
  const largest = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <ol aria-label={label} className="flex flex-col">
      {rows.map(({ key, ...row }) => (
        <FunnelItem key={key} {...row} largest={largest} />
      ))}
    </ol>
  )
}

const looks = { keep: '', off: 'text-ink-soft', result: 'border-t-2 border-ink pt-3 mt-1 font-bold' }

function FunnelItem({ label, count, to, kind = 'keep', largest }: Omit<FunnelRow, 'key'> & { largest: number }) {
  const language = useLanguage()
  const text = `${kind === 'off' && count > 0 ? '−' : ''}${numberText(count, language)}`
  return (
    <li className={`grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 py-1.5 print:py-0 ${looks[kind]}`}>
      <span className={kind === 'off' ? 'pl-4' : ''}>{label}</span>
      <span className={`tabular text-right ${kind === 'result' ? 'text-xl' : ''}`}>
        {to ? (
          <Link
            to={to}
            className="inline-flex min-h-6 min-w-6 items-center justify-end text-accent underline underline-offset-4"
          >
            {text}
          </Link>
        ) : (
          text
        )}
      </span>
      {kind !== 'off' && <Bar share={count / largest} />}
    </li>
  )
}

// Drawn as SVG: a width in a style attribute is refused by the content security policy.
function Bar({ share }: { share: number }) {
  return (
    <svg aria-hidden="true" className="col-span-2 mt-1 h-1.5 w-full">
      <rect width="100%" height="100%" className="fill-surface-sunk" />
      <rect width={share > 0 ? `${Math.max(0.5, share * 100)}%` : '0'} height="100%" className="fill-accent" />
    </svg>
  )
}
