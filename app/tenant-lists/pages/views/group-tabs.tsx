import { Link, useLoaderData } from '@remix-run/react'
import { numberText } from '#app/ui/format.ts'
import { useLanguage, useWords } from '#app/ui/language.tsx'
import { rejectedRows, sumOf } from '../../counts.ts'
import type { RowGroup } from '../../import-rows.server.ts'
import type { FoundImport } from '../../imports.server.ts'
import { en } from '../../words.en.ts'
import { nl } from '../../words.nl.ts'
import type { loader } from '../import.tsx'

/** How many rows each group of an import has; groups without rows are left out. */
export function groupCounts({ counts, undoCounts }: Pick<FoundImport, 'counts' | 'undoCounts'>): [RowGroup, number][] {
  if (!counts) return []
  const all: [RowGroup, number][] = [
    ['left-alone', undoCounts ? sumOf(undoCounts.leftAlone) : 0],
    ['new', counts.new],
    ['changed', counts.changed],
    ['gone', counts.gone],
    ['rejected', rejectedRows(counts)],
    ['warned', counts.warnedRows],
    ['duplicate', counts.duplicate],
  ]
  return all.filter(([, rows]) => rows > 0)
}

const look =
  'target -mb-px inline-flex items-center gap-2 border-b-3 border-transparent px-1 hover:border-line-strong aria-[current=page]:border-accent aria-[current=page]:font-bold aria-[current=page]:text-accent'

export function GroupTabs() {
  const { found, rows } = useLoaderData<typeof loader>()
  const [{ groups }, language] = [useWords({ nl, en }), useLanguage()]
  const counts = groupCounts(found)
  if (counts.length === 0) return null
  return (
    <nav aria-label={groups.label} className="border-b border-line print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {counts.map(([group, count]) => (
          <li key={group}>
            <Link
              to={`?group=${group}`}
              preventScrollReset
              aria-current={rows?.group === group ? 'page' : undefined}
              className={look}
            >
              {groups[group]}
              <span className="tabular text-sm font-normal text-ink-soft">{numberText(count, language)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
