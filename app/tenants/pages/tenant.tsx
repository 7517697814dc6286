import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { type Actor, authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { listOpenHomes } from '#app/calls/open-homes.server.ts'
import { OpenHomes } from '#app/calls/views/open-homes.tsx'
import { notFound } from '#app/core/http-errors.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { listOpenPromises } from '#app/follow-ups/list-open-promises.server.ts'
import { eventsAtFirst, mostEvents, readHistory } from '#app/history/read-history.server.ts'
import { HistorySection } from '#app/history/views/history-section.tsx'
import { ageOn, dateIn } from '#app/time/clock.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Columns, Page, PageHeader, Stack } from '#app/ui/page.tsx'
import { lastDayAllowed } from '../home-warning.ts'
import { listHomeWarnings } from '../home-warnings.server.ts'
import { headingName } from '../names.ts'
import { dialable } from '../phone-text.server.ts'
import { findCircumstances, findTenant, type TenantProfile } from '../tenant.server.ts'
import { listReports } from '../tenant-reports.server.ts'
import { useReportWords } from '../today-words.ts'
import { ReportsSection } from '../views/reports-section.tsx'
import { ContactBanner, TenantWarning } from '../views/tenant-cell.tsx'
import { CircumstancesSection, ContactSection, PromisesSection } from '../views/tenant-sections.tsx'
import { WarningsSection } from '../views/warnings-section.tsx'
import { useWords } from '../words.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'tenant:read')
  const tenantId = params.tenantId ?? ''
  if (!isUuid(tenantId)) throw notFound()
  const now = new Date()
  const today = dateIn(actor.timeZone, now)
  const shown = eventsShown(request)
  const found = await inScope(actor, async (tx) => {
    const tenant = await findTenant(tx, actor, { tenantId, today })
    if (!tenant) return null
    const sealer = await sealerFor(tx, actor.corporationId)
    return {
      tenant,
      circumstances: can(actor, 'tenant:read-circumstances') ? await findCircumstances(tx, actor, tenantId) : undefined,
      openHomes: await listOpenHomes(tx, actor, tenantId),
      history: await readHistory(tx, actor, { sealer, tenantId, most: shown }),
      promises: await listOpenPromises(tx, actor, { sealer, tenantId }),
      warnings: await warningsAt(tx, actor, { home: tenant.home, today }),
      reports: can(actor, 'tenant:report') ? await listReports(tx, actor, { sealer, tenantId }) : [],
    }
  })
  if (!found) throw notFound()
  const phones = found.tenant.phones.map(({ number, ...phone }) => ({ ...dialable(number), ...phone }))
  return { ...found, phones, now, today, ...access(actor, found.history.hasMore ? shown : null) }
}

/** What to be warned of at a home, for who may say so; null without a home. */
async function warningsAt(tx: Tx, actor: Actor, { home, today }: { home: TenantProfile['home']; today: string }) {
  if (!home || !can(actor, 'home-warning:keep')) return null
  const warnings = await listHomeWarnings(tx, actor, { homeId: home.id, today })
  return { homeId: home.id, warnings, days: { today, last: lastDayAllowed(today) } }
}

/** How far back the history goes: what the address asks, in whole pages. */
function eventsShown(request: Request) {
  const asked = Number(new URL(request.url).searchParams.get('shown') ?? eventsAtFirst)
  const pages = Number.isFinite(asked) ? Math.ceil(asked / eventsAtFirst) : 1
  return Math.min(Math.max(pages, 1) * eventsAtFirst, mostEvents)
}

/** What this person may do here besides reading; `shown` of a history that goes on. */
const access = (actor: Actor, shown: number | null) => ({
  canSeeLog: can(actor, 'audit:read-of-tenant'),
  mayCall: can(actor, 'call:make'),
  moreTo: shown !== null && shown < mostEvents ? `?shown=${shown + eventsAtFirst}` : null,
  isCutOff: shown === mostEvents,
})

export default function Tenant() {
  const { tenant, circumstances, promises, reports, warnings, now, today, ...page } = useLoaderData<typeof loader>()
  const words = useWords()
  const language = useLanguage()
  const isWarned = warnings !== null && warnings.warnings.length > 0
  const warningsSection = warnings && <WarningsSection tenantId={tenant.id} {...warnings} />
  return (
    <Page>
      <PageHeader
        title={headingName(tenant, language)}
        state={<TenantWarning tenant={tenant} />}
        meta={[tenant.birthOn && words.yearsOld(ageOn(tenant.birthOn, today)), tenant.number]
          .filter(Boolean)
          .join(' · ')}
        action={!tenant.hasDied && <ConversationLink tenantId={tenant.id} />}
        back={{ to: '/tenants', label: words.back }}
        secondary={
          page.canSeeLog && (
            <LinkButton to={`/audit?tenant=${encodeURIComponent(tenant.number)}`}>{words.whoLooked}</LinkButton>
          )
        }
      />
      <ContactBanner tenant={tenant} />
      <Columns split="main-right">
        <Stack>
          {isWarned && warningsSection}
          <ContactSection tenant={tenant} phones={page.phones} />
          <Others others={tenant.others} />
          {!isWarned && warningsSection}
          {circumstances !== undefined && <CircumstancesSection circumstances={circumstances} />}
        </Stack>
        <Stack>
          <OpenHomes homes={page.openHomes} mayCall={page.mayCall && !tenant.hasDied} now={now} />
          <PromisesSection promises={promises} today={today} />
          <ReportsSection tenantId={tenant.id} reports={reports} now={now} />
          <HistorySection events={page.history.events} moreTo={page.moreTo} isCutOff={page.isCutOff} now={now} />
        </Stack>
      </Columns>
    </Page>
  )
}

const ConversationLink = ({ tenantId }: { tenantId: string }) => (
  <LinkButton to={`/tenants/${tenantId}/conversation`}>{useReportWords().reports.conversation}</LinkButton>
)

function Others({ others }: { others: TenantProfile['others'] }) {
  const words = useWords()
  const language = useLanguage()
  if (others.length === 0) return null
  return (
    <p>
      {words.others}:{' '}
      {others.map((other) => (
        <Link key={other.id} to={`/tenants/${other.id}`} className="mr-3 text-accent underline underline-offset-4">
          {headingName(other, language)}
        </Link>
      ))}
    </p>
  )
}
