import { useLoaderData, useSearchParams } from '@remix-run/react'
import type { CampaignPlace } from '#app/campaigns/places-of-tenants.server.ts'
import { streetLine, writtenName } from '#app/tenants/names.ts'
import { momentText, numberText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ImportPage } from '../import-page.server.ts'
import { useWords } from '../words.ts'
import { FoldedRows } from './folded-rows.tsx'

type Props = { places: Record<string, CampaignPlace[]> }

/** Everybody the list would take away, by name, and where they are still to be rung: the first few, until all are asked for. */
export function GoneSection() {
  const { found, gone } = useLoaderData<ImportPage>()
  const [words, language] = [useWords(), useLanguage()]
  const [search] = useSearchParams()
  if (!gone || !found.counts) return null
  const { gone: total } = found.counts
  const pageAt = (page: number) => `?${new URLSearchParams({ ...Object.fromEntries(search), gone: String(page) })}`
  return (
    <Section title={words.check.gone(total, numberText(total, language))} lead={words.groupLeads.gone}>
      <FoldedRows
        rows={gone.list}
        page={gone.page}
        perPage={gone.perPage}
        total={total}
        isOpen={search.has('gone')}
        pageAt={pageAt}
      >
        {(rows) => <GoneTable rows={rows} />}
      </FoldedRows>
    </Section>
  )
}

function GoneTable({ rows: list }: { rows: NonNullable<ImportPage['gone']>['list'] }) {
  const { gone, places } = useLoaderData<ImportPage & Props>()
  const [words, language] = [useWords(), useLanguage()]
  const { rows } = words
  return (
    <Table
      caption={words.groups.gone}
      isCaptionHidden
      rows={list}
      rowKey={({ key }) => key}
      rowTo={({ tenantId }) => (gone?.canOpenTenant && tenantId ? `/tenants/${tenantId}` : undefined)}
      columns={[
        {
          key: 'tenant',
          label: rows.tenant,
          cell: ({ person, number }) => (person ? writtenName(person, language) : number),
        },
        { key: 'number', label: rows.number, cell: ({ number }) => <span className="tabular">{number}</span> },
        {
          key: 'address',
          label: rows.address,
          cell: ({ address }) => [streetLine(address), address.city].filter(Boolean).join(', '),
        },
        {
          key: 'campaigns',
          label: words.campaigns.column,
          cell: ({ tenantId }) => <Places places={places[tenantId ?? ''] ?? []} />,
        },
      ]}
    />
  )
}

function Places({ places }: { places: CampaignPlace[] }) {
  const { now } = useLoaderData<ImportPage>()
  const [{ campaigns: words }, language, zone] = [useWords(), useLanguage(), useTimeZone()]
  return places.map(({ name, appointmentAt }) => (
    <span key={name} className="block">
      {appointmentAt ? words.appointment(name, momentText(appointmentAt, now, { zone, language })) : name}
    </span>
  ))
}
