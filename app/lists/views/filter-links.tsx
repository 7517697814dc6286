import { Link } from '@remix-run/react'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'

export type FilterChoice = { to: string; label: string; count: number; isCurrent: boolean }

const look =
  'target inline-flex items-center gap-2 rounded-md border border-transparent px-2.5 hover:bg-surface-sunk aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft aria-[current=true]:font-bold aria-[current=true]:text-accent'

/** One part of a filter as links with their counts, so that each choice has an address of its own. A phone has room only for those that lead to something. */
export function FilterLinks({ label, choices }: { label: string; choices: FilterChoice[] }) {
  const language = useLanguage()
  return (
    <nav aria-label={label} className="flex items-baseline gap-x-3 print:hidden">
      <span aria-hidden="true" className="w-16 shrink-0 text-sm text-ink-soft sm:w-24">
        {label}
      </span>
      <ul className="flex min-w-0 flex-wrap gap-1">
        {choices.map(({ to, label: name, count, isCurrent }) => (
          <li key={to} className={count === 0 && !isCurrent ? 'max-sm:hidden' : ''}>
            <Link to={to} preventScrollReset aria-current={isCurrent ? 'true' : undefined} className={look}>
              {name}
              <span className="tabular text-sm font-normal text-ink-soft">{numberText(count, language)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
