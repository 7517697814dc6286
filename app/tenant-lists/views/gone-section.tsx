import { useLoaderData, useSearchParams } from '@remix-run/react'
import { fullName, streetLine } from '#app/tenants/names.ts'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ImportPage } from '../import-page.server.ts'
import { useWords } from '../words.ts'

/** Everybody the list would take away, by name, before it does. */
export function GoneSection() {
  const { found, gone } = useLoaderData<ImportPage>()
  const [words, language] = [useWords(), useLanguage()]
  const [search] = useSearchParams()
  if (!gone || !found.counts) return null
  const { gone: total } = found.counts
  const { rows } = words
  const pageAt = (page: number) => `?${new URLSearchParams({ ...Object.fromEntries(search), gone: String(page) })}`
  return (
    <Section title={words.check.gone(total, numberText(total, language))} lead={words.groupLeads.gone}>
      <Table
        caption={words.groups.gone}
        isCaptionHidden
        rows={gone.list}
        rowKey={({ key }) => key}
        rowTo={({ tenantId }) => (gone.canOpenTenant && tenantId ? `/tenants/${tenantId}` : undefined)}
        columns={[
          {
            key: 'tenant',
            label: rows.tenant,
            cell: ({ person, number }) => (person ? fullName(person) : number),
          },
          { key: 'number', label: rows.number, cell: ({ number }) => <span className="tabular">{number}</span> },
          {
            key: 'address',
            label: rows.address,
            cell: ({ address }) => [streetLine(address), address.city].filter(Boolean).join(', '),
          },
        ]}
      />
      <Pagination page={gone.page} perPage={gone.perPage} total={total} to={pageAt} />
    </Section>
  )
}
