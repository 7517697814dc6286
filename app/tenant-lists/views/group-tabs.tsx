import { Link, useLoaderData } from '@remix-run/react'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { groupCounts } from '../group-counts.ts'
import type { ImportPage } from '../import-page.server.ts'
import { useWords } from '../words.ts'

const look =
  'target -mb-px inline-flex items-center gap-2 border-b-3 border-transparent px-1 hover:border-line-strong aria-[current=page]:border-accent aria-[current=page]:font-bold aria-[current=page]:text-accent'

export function GroupTabs() {
  const { found, rows } = useLoaderData<ImportPage>()
  const [{ groups }, language] = [useWords(), useLanguage()]
  const counts = groupCounts(found)
  if (counts.length === 0) return null
  return (
    <div className="flex flex-col gap-3">
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
      {!rows && <p className="text-ink-soft">{groups.choose}</p>}
    </div>
  )
}
