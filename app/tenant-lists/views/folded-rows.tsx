import type { ReactNode } from 'react'
import { LinkButton } from '#app/ui/button.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { useWords } from '../words.ts'

const folded = 10

type Props<Row> = {
  rows: Row[]
  page: number
  perPage: number
  total: number
  /** All were asked for. */
  isOpen: boolean
  pageAt: (page: number) => string
  children: (rows: Row[]) => ReactNode
}

/** A long table inside a page: the first few, until all are asked for; then a page at a time. */
export function FoldedRows<Row>({ rows, isOpen, children, ...pages }: Props<Row>) {
  const { check: words } = useWords()
  const total = numberText(pages.total, useLanguage())
  const isFolded = !isOpen && pages.total > folded
  return (
    <>
      {children(isFolded ? rows.slice(0, folded) : rows)}
      {isFolded ? (
        <div>
          <LinkButton to={pages.pageAt(1)} preventScrollReset>
            {words.showAll(total)}
          </LinkButton>
        </div>
      ) : (
        <Pagination page={pages.page} perPage={pages.perPage} total={pages.total} to={pages.pageAt} />
      )}
    </>
  )
}
