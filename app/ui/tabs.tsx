import { NavLink } from '@remix-run/react'

export type Tab = { to: string; label: string; count?: string; end?: boolean }

const look =
  'forced-colors:not-aria-[current=page]:border-[Canvas] target -mb-px inline-flex items-center gap-2 border-b-3 border-transparent px-1 hover:border-line-strong aria-[current=page]:border-accent aria-[current=page]:font-bold aria-[current=page]:text-accent'

/** The parts of one thing, each an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="border-b border-line print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {tabs.map(({ to, label: name, count, end }) => (
          <li key={to}>
            <NavLink to={to} end={end} prefetch="intent" preventScrollReset className={look}>
              {name}
              {count && <span className="tabular text-sm font-normal text-ink-soft">{count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
