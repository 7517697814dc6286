import { Link } from '@remix-run/react'
import { numberText } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useWords } from './words.ts'

type PaginationProps = { page: number; perPage: number; total: number; to: (page: number) => string }

const step = 'target inline-flex items-center gap-1 rounded-md px-3 font-bold text-accent hover:bg-surface-sunk'

/** Pages as links, from 1. Nothing when everything fits on one. */
export function Pagination({ page, perPage, total, to }: PaginationProps) {
  const words = useWords()
  const language = useLanguage()
  const pages = Math.ceil(total / perPage)
  if (pages <= 1) return null
  const text = (value: number) => numberText(value, language)
  const first = (page - 1) * perPage + 1
  return (
    <nav aria-label={words.pages} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 print:hidden">
      <p className="tabular text-ink-soft">
        {words.rowsOf(text(first), text(Math.min(page * perPage, total)), text(total))}
        <span className="sr-only">. {words.pageOf(text(page), text(pages))}</span>
      </p>
      <div className="-mx-3 flex gap-2">
        {page > 1 && (
          <Link to={to(page - 1)} rel="prev" className={step}>
            <Icon name="left" /> {words.previous}
          </Link>
        )}
        {page < pages && (
          <Link to={to(page + 1)} rel="next" className={step}>
            {words.next} <Icon name="right" />
          </Link>
        )}
      </div>
    </nav>
  )
}
