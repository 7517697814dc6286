import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { searchCodeOf } from '#app/lists/query-choice.ts'
import { sortable, sortOrderOf } from '#app/lists/sort-order.ts'
import { ListOrder } from '#app/lists/views/list-order.tsx'
import { useListLink } from '#app/lists/views/use-list-link.ts'
import { writtenName } from '#app/tenants/names.ts'
import { respondToSearch } from '#app/tenants/sought-text.server.ts'
import { ListSearch, NothingFound } from '#app/tenants/views/list-search.tsx'
import { dateIn } from '#app/time/clock.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Page, PageHeader, Stack } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import { type Bucket, isBucket, nameSortColumns, namesPerPage } from '../buckets.ts'
import { criteriaFromUrl } from '../criteria-from-url.server.ts'
import { encodeCriteria } from '../encode-criteria.ts'
import { defaultRestDays } from '../exclusions.ts'
import type { NameRow } from '../list-matched-tenants.server.ts'
import { namesFor } from '../selection.server.ts'
import { CriteriaSentence } from '../views/criteria-sentence.tsx'
import type { en } from '../words.en.ts'
import type { nl } from '../words.nl.ts'
import { useWords } from '../words.ts'

const furthest = { page: 100_000, restDays: 3650 }
const isWithin = (value: number, low: number, high: number) => Number.isInteger(value) && value >= low && value <= high

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'segment:use')
  const { criteria, problem } = criteriaFromUrl(actor, request)
  const { searchParams } = new URL(request.url)
  const [bucket, page] = [searchParams.get('bucket') ?? 'homes', Number(searchParams.get('page') ?? 1)]
  const restDays = searchParams.has('rest') ? Number(searchParams.get('rest')) : defaultRestDays
  if (problem || !isBucket(bucket)) throw badRequest()
  if (!isWithin(page, 1, furthest.page) || !isWithin(restDays, 0, furthest.restDays)) throw badRequest()
  const today = dateIn(actor.timeZone, new Date())
  const sort = sortOrderOf(searchParams.get('sort'), nameSortColumns) ?? ''
  const asked = { bucket, page, sort, search: searchCodeOf(searchParams.get('search')) }
  const answer = await namesFor(actor, criteria, { today, timeZone: actor.timeZone, restDays, ...asked })
  if (!answer.ok) throw badRequest(answer.reason)
  return {
    criteria,
    bucket,
    sort,
    ...answer.names,
    canOpenTenant: can(actor, 'tenant:read'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'segment:use')
  return respondToSearch(request, actor)
}

export default function SelectionNames() {
  const { criteria, bucket, total, page, sought } = useLoaderData<typeof loader>()
  const words = useWords()
  const link = useListLink()
  return (
    <Page>
      <PageHeader
        title={bucketTitle(bucket, words)}
        meta={<CriteriaSentence criteria={criteria} />}
        back={{ to: `/selection?criteria=${encodeCriteria(criteria)}`, label: words.names.back }}
      />
      <Stack>
        <ListSearch sought={sought} />
        {total === 0 && sought ? <NothingFound sought={sought} /> : <Names />}
        <Pagination page={page} perPage={namesPerPage} total={total} to={(next) => link({ page: String(next) })} />
      </Stack>
    </Page>
  )
}

function Names() {
  const { bucket, rows, total, sort, canOpenTenant } = useLoaderData<typeof loader>()
  const words = useWords().names
  const language = useLanguage()
  const link = useListLink()
  const columns = sortable(useColumns(bucket), {
    columns: nameSortColumns,
    order: sort,
    to: (order) => link({ sort: order }),
  })
  return (
    <>
      {rows.length > 0 && <ListOrder columns={columns} order={sort} />}
      <Table
        caption={words.caption(numberText(total, language))}
        columns={columns}
        rows={rows}
        rowKey={({ tenantId }) => tenantId}
        rowTo={({ tenantId }) => (canOpenTenant ? `/tenants/${tenantId}` : undefined)}
        empty={
          <EmptyState title={words.none} icon="people">
            {words.noneLead}
          </EmptyState>
        }
      />
    </>
  )
}

function bucketTitle(bucket: Bucket, { names, reasons }: typeof nl | typeof en) {
  return bucket === 'homes' || bucket === 'matched' || bucket === 'household' ? names.buckets[bucket] : reasons[bucket]
}

/** Where all were left out for one reason, or none were, the title says it already. */
const hasReasons = (bucket: Bucket) => bucket === 'matched' || bucket === 'household'

function useColumns(bucket: Bucket): Column<NameRow>[] {
  const [{ names, reasons }, language] = [useWords(), useLanguage()]
  const columns: Column<NameRow>[] = [
    { key: 'name', label: names.name, cell: ({ name }) => writtenName(name, language) },
    { key: 'age', label: names.age, isNumeric: true, cell: ({ age }) => age ?? names.unknownAge },
    { key: 'address', label: names.address, cell: fullAddress },
    { key: 'reason', label: names.reason, cell: ({ reason }) => reason && reasons[reason] },
  ]
  return columns.filter(({ key }) => key !== 'reason' || hasReasons(bucket))
}

const fullAddress = ({ address, postcode, city }: NameRow) =>
  [address, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
