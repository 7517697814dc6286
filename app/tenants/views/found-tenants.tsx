import { Form } from '@remix-run/react'
import { ageOn } from '#app/time/clock.ts'
import { Button } from '#app/ui/button.tsx'
import { DateText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import { streetLine, writtenName } from '../names.ts'
import type { FoundTenant } from '../search-tenants.server.ts'
import { useWords } from '../words.ts'
import { NotCallable } from './tenant-cell.tsx'

type Pages = { q: string; page: number; pageSize: number; total: number }
type Props = Pages & { tenants: FoundTenant[]; today: string }

/** Whom a search found, one page of them. */
export function FoundTenants({ tenants, today, ...pages }: Props) {
  const words = useWords()
  const language = useLanguage()
  const columns = useColumns(today)
  return (
    <Stack>
      <Table
        caption={words.found(numberText(pages.total, language))}
        rows={tenants}
        rowKey={(tenant) => tenant.id}
        rowTo={(tenant) => `/tenants/${tenant.id}`}
        empty={<EmptyState title={words.none}>{words.noneLead}</EmptyState>}
        columns={columns}
      />
      {pages.total > pages.pageSize && <PageTurner {...pages} />}
    </Stack>
  )
}

function useColumns(today: string): Column<FoundTenant>[] {
  const words = useWords()
  const language = useLanguage()
  return [
    { key: 'name', label: words.name, cell: (tenant) => writtenName(tenant, language) },
    {
      key: 'address',
      label: words.address,
      cell: (tenant) => [streetLine(tenant), tenant.city].filter(Boolean).join(', '),
    },
    {
      key: 'born',
      label: words.born,
      cell: (tenant) =>
        tenant.birthOn && (
          <>
            <DateText on={tenant.birthOn} /> ({ageOn(tenant.birthOn, today)})
          </>
        ),
    },
    { key: 'number', label: words.number, cell: (tenant) => tenant.number },
    {
      key: 'state',
      label: words.mayCall,
      isLabelHidden: true,
      cell: (tenant) => <NotCallable tenant={tenant} />,
    },
  ]
}

/** Posted as the search itself is, so that what was sought stays out of the address. */
function PageTurner({ q, page, pageSize, total }: Pages) {
  const words = useWords()
  const language = useLanguage()
  const number = (value: number) => numberText(value, language)
  return (
    <Form method="post" className="flex items-center gap-3" noValidate>
      <input type="hidden" name="q" value={q} />
      <span className="flex-1 text-ink-soft">
        {words.shown(number((page - 1) * pageSize + 1), number(Math.min(page * pageSize, total)), number(total))}
      </span>
      <Button type="submit" name="page" value={page - 1} disabled={page === 1}>
        {words.previous}
      </Button>
      <Button type="submit" name="page" value={page + 1} disabled={page * pageSize >= total}>
        {words.next}
      </Button>
    </Form>
  )
}
