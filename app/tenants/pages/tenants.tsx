import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { inScope } from '#app/core/scope.server.ts'
import { ageOn, dateIn } from '#app/time/clock.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DateText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Page, PageHeader, Stack } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { headingName, streetLine } from '../names.ts'
import { type FoundTenant, searchPageSize, searchTenants } from '../search-tenants.server.ts'
import { NotCallable } from '../views/tenant-cell.tsx'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await authorize(request, 'tenant:read')
  return null
}

const schema = z.object({ q: z.string().max(200), page: z.coerce.number().int().min(1).max(10_000).default(1) })

/** A search is posted: a name or a number does not belong in an address. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'tenant:read')
  const form = parseForm(schema, await request.formData())
  if (!form.ok) throw badRequest()
  const { q, page } = form.value
  const today = dateIn(actor.timeZone, new Date())
  const { tenants, total } = await inScope(actor, (tx) => searchTenants(tx, actor, { text: q, page, today }))
  return { q, page, total, pageSize: searchPageSize, today, tenants }
}

export default function Tenants() {
  const words = useWords()
  const answer = useActionData<typeof action>()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.lead}
        secondary={<LinkButton to="/corrections">{words.corrections.link}</LinkButton>}
      />
      <Form method="post" className="flex max-w-xl flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <TextField
            key={answer?.q}
            name="q"
            type="search"
            label={words.searchLabel}
            hint={words.searchHint}
            defaultValue={answer?.q}
            autoComplete="off"
            autoFocus={!answer}
          />
        </div>
        <Button type="submit" variant="primary" icon="search" isPending={isBusy}>
          {words.search}
        </Button>
      </Form>
      {answer && <Found {...answer} />}
    </Page>
  )
}

function Found({
  tenants,
  total,
  page,
  pageSize,
  q,
  today,
}: {
  tenants: FoundTenant[]
  total: number
  page: number
  pageSize: number
  q: string
  today: string
}) {
  const words = useWords()
  const language = useLanguage()
  const number = (value: number) => numberText(value, language)
  const empty = <EmptyState title={words.none}>{words.noneLead}</EmptyState>
  return (
    <Stack>
      <Table
        caption={words.found(number(total))}
        rows={tenants}
        rowKey={(tenant) => tenant.id}
        rowTo={(tenant) => `/tenants/${tenant.id}`}
        empty={empty}
        columns={[
          { key: 'name', label: words.name, cell: (tenant) => headingName(tenant, language) },
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
        ]}
      />
      {total > pageSize && (
        <Form method="post" className="flex items-center gap-3">
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
      )}
    </Stack>
  )
}
