import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type Actor, authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { dateText, momentText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone, useWords } from '#app/ui/language.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { pageOf } from '../address.ts'
import { columnSamples } from '../column-samples.server.ts'
import { groupCounts } from '../group-counts.ts'
import { isRowGroup, listImportRows, rowsPerPage } from '../import-rows.server.ts'
import { type FoundImport, findImport } from '../imports.server.ts'
import { en } from '../words.en.ts'
import { nl } from '../words.nl.ts'
import { AppliedStep } from './views/applied-step.tsx'
import { CheckStep } from './views/check-step.tsx'
import { ColumnsStep } from './views/columns-step.tsx'
import { ImportSteps, stepOf } from './views/import-steps.tsx'
import { ProblemBanner } from './views/problem-banner.tsx'
import { stateTone } from './views/state-tone.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'tenant-list:import')
  const id = params.importId ?? ''
  const now = new Date()
  const found = isUuid(id) ? await findImport(actor, id, now) : null
  if (!found) throw notFound()
  const search = new URL(request.url).searchParams
  const step = stepOf(found.state, found.inspection ? search.get('step') : null)
  const withCircumstances = can(actor, 'tenant:read-circumstances')
  const samples = step === 2 && found.mapping ? await columnSamples(actor, id, found.mapping, withCircumstances) : []
  const rows = await rowsOf(actor, found, search)
  return { found, step, samples, rows, now: now.toISOString(), refused: search.get('refused') }
}

/** Of a list that waits for a yes, the first group is open already. */
async function rowsOf(actor: Actor, found: FoundImport, search: URLSearchParams) {
  const first = found.state === 'checked' && search.get('step') === null ? (groupCounts(found)[0]?.[0] ?? null) : null
  const [group, page] = [search.get('group') ?? first, pageOf(search)]
  if (!isRowGroup(group)) return null
  const withCircumstances = can(actor, 'tenant:read-circumstances')
  const canOpenTenant = can(actor, 'tenant:read')
  return {
    group,
    page,
    perPage: rowsPerPage,
    canOpenTenant,
    list: await listImportRows(actor, found.id, { group, page, withCircumstances }),
  }
}

export default function Import() {
  const { found, step, now, refused } = useLoaderData<typeof loader>()
  const [words, language, zone] = [useWords({ nl, en }), useLanguage(), useTimeZone()]
  useLive([`import:${found.id}`])
  const uploaded = words.uploadedBy(
    momentText(found.uploadedAt, now, zone, language),
    found.uploadedBy ?? words.byCommand,
  )
  const canMap = found.inspection !== null && ['mapped', 'checked', 'failed'].includes(found.state)
  return (
    <Page>
      <PageHeader
        title={found.fileName}
        state={<Badge tone={stateTone[found.state]}>{words.states[found.state]}</Badge>}
        meta={`${words.listedOn} ${dateText(found.listedOn)} · ${uploaded}`}
        back={{ to: '/imports', label: words.back }}
      />
      {found.state !== 'cancelled' && <ImportSteps current={step} importId={found.id} canMap={canMap} />}
      {refused && <Refused reason={refused} />}
      {found.problem && <ProblemBanner problem={found.problem} />}
      {found.sameAs && (step === 2 || step === 3) && <SameFile sameAs={found.sameAs} />}
      <Step />
    </Page>
  )
}

function Step() {
  const { found, step } = useLoaderData<typeof loader>()
  const words = useWords({ nl, en })
  if (found.state === 'cancelled') return <Banner title={words.cancelled.title}>{words.cancelled.text}</Banner>
  if (step === 2) return <ColumnsStep />
  if (step === 3) return <CheckStep />
  return step === 4 ? <AppliedStep /> : null
}

function Refused({ reason }: { reason: string }) {
  const words = useWords({ nl, en })
  const sentences = { ...words.refused.reasons, ...words.answers }
  return (
    <Banner tone="attention" isLive>
      {sentenceOf(sentences, reason, words.answers['not-in-this-state'])}
    </Banner>
  )
}

function SameFile({ sameAs }: { sameAs: NonNullable<FoundImport['sameAs']> }) {
  const { now } = useLoaderData<typeof loader>()
  const [words, language, zone] = [useWords({ nl, en }), useLanguage(), useTimeZone()]
  return (
    <Banner action={<LinkButton to={`/imports/${sameAs.id}`}>{words.earlierImport}</LinkButton>}>
      {words.sameFile(momentText(sameAs.appliedAt, now, zone, language))}
    </Banner>
  )
}
