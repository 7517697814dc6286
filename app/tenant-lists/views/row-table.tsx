import { useLoaderData, useSearchParams } from '@remix-run/react'
import { streetLine, writtenName } from '#app/tenants/names.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import { groupCounts } from '../group-counts.ts'
import type { ImportPage } from '../import-page.server.ts'
import type { ListedRow, RowGroup } from '../import-rows.server.ts'
import { useWords } from '../words.ts'
import { Changes } from './changes.tsx'
import { FoldedRows } from './folded-rows.tsx'

/** The rows of the group that was chosen: the first few, then fifty at a time. */
export function RowTable() {
  const { found, rows } = useLoaderData<ImportPage>()
  const words = useWords()
  const [search] = useSearchParams()
  const columns = useColumns(rows?.group ?? 'new')
  if (!rows) return null
  const { group, list, page, perPage, canOpenTenant } = rows
  const total = groupCounts(found).find(([name]) => name === group)?.[1] ?? 0
  const download = group === 'rejected' && (
    <LinkButton to={`/imports/${found.id}/rejects`} reloadDocument icon="download">
      {words.check.downloadRejects}
    </LinkButton>
  )
  return (
    <Section title={words.groups[group]} lead={words.groupLeads[group]} action={download}>
      <FoldedRows
        rows={list}
        page={page}
        perPage={perPage}
        total={total}
        isOpen={search.has('page')}
        pageAt={(to) => `?${new URLSearchParams({ ...Object.fromEntries(search), group, page: String(to) })}`}
      >
        {(shown) => (
          <Table
            caption={words.groups[group]}
            isCaptionHidden
            rows={shown}
            rowKey={({ key }) => key}
            rowTo={({ tenantId }) => (canOpenTenant && tenantId ? `/tenants/${tenantId}` : undefined)}
            columns={columns}
            empty={<Banner>{words.rows.removed}</Banner>}
          />
        )}
      </FoldedRows>
    </Section>
  )
}

function useColumns(group: RowGroup): Column<ListedRow>[] {
  const [words, language] = [useWords(), useLanguage()]
  const { rows } = words
  const line: Column<ListedRow> = { key: 'line', label: rows.line, isNumeric: true, cell: (row) => row.line ?? '' }
  const tenant: Column<ListedRow> = {
    key: 'tenant',
    label: rows.tenant,
    cell: (row) => (row.person ? writtenName(row.person, language) : (row.number ?? '')),
  }
  const number: Column<ListedRow> = {
    key: 'number',
    label: rows.number,
    cell: (row) => <span className="tabular">{row.number}</span>,
  }
  const address: Column<ListedRow> = {
    key: 'address',
    label: rows.address,
    cell: ({ address: home }) => [streetLine(home), home.city].filter(Boolean).join(', '),
  }
  if (group === 'rejected') {
    return [
      { key: 'row', label: rows.line, cell: (row) => row.line },
      { key: 'written', label: rows.tenant, cell: (row) => row.writtenName ?? '' },
      number,
      { key: 'reason', label: rows.reason, cell: (row) => row.rejection && words.rejections[row.rejection] },
    ]
  }
  if (group === 'changed')
    return [tenant, number, { key: 'changes', label: rows.changes, cell: (row) => <Changes changes={row.changes} /> }]
  if (group === 'warned')
    return [tenant, number, line, { key: 'remark', label: rows.remark, cell: (row) => <Remarks row={row} /> }]
  if (group === 'left-alone') {
    const reasonOf = (row: ListedRow) =>
      row.leftAlone === 'in-use' || row.leftAlone === 'changed-since' ? words.leftAlone[row.leftAlone] : ''
    return [tenant, number, address, { key: 'reason', label: rows.reason, cell: reasonOf }]
  }
  return group === 'gone' ? [tenant, number, address] : [tenant, number, address, line]
}

function Remarks({ row }: { row: ListedRow }) {
  const words = useWords()
  return (
    <ul className="flex flex-col gap-1">
      {row.warnings.map(({ code, field, value }) => (
        <li key={`${code}${field}`}>
          <span className="font-bold">{words.fields[field]}</span>: {words.remarks[code]}
          {value && <span className="block text-sm text-ink-soft wrap-anywhere">{words.rows.found(value)}</span>}
        </li>
      ))}
    </ul>
  )
}
