import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { placesOfTenants } from '#app/campaigns/places-of-tenants.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { dateText, momentText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { findImportPage } from '../import-page.server.ts'
import { canMapAgain } from '../import-state.ts'
import type { FoundImport } from '../imports.server.ts'
import { importTopic } from '../live-topics.ts'
import { AppliedStep } from '../views/applied-step.tsx'
import { CheckStep } from '../views/check-step.tsx'
import { ColumnsStep } from '../views/columns-step.tsx'
import { ImportSteps } from '../views/import-steps.tsx'
import { ProblemBanner } from '../views/problem-banner.tsx'
import { stateTone } from '../views/state-tone.ts'
import { useWords } from '../words.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'tenant-list:import')
  const { searchParams } = new URL(request.url)
  const page = await findImportPage(actor, params.importId ?? '', { search: searchParams, now: new Date() })
  if (!page) throw notFound()
  const leaving = page.gone?.list.flatMap(({ tenantId }) => tenantId ?? []) ?? []
  return { ...page, places: await placesOfTenants(actor, leaving) }
}

export default function Import() {
  const { found, step, now, refused } = useLoaderData<typeof loader>()
  const [words, language, zone] = [useWords(), useLanguage(), useTimeZone()]
  useLive([importTopic(found.id)])
  const uploaded = words.uploadedBy(
    momentText(found.uploadedAt, now, { zone, language }),
    found.uploadedBy ?? words.byCommand,
  )
  const canMap = found.inspection !== null && canMapAgain(found.state)
  return (
    <Page>
      <PageHeader
        title={found.fileName}
        state={<Badge tone={stateTone[found.state]}>{words.states[found.state]}</Badge>}
        meta={`${words.listedOn} ${dateText(found.listedOn)} · ${uploaded}`}
        back={{ to: '/imports', label: words.back }}
      />
      {found.state !== 'cancelled' && <ImportSteps current={step} importId={found.id} canMap={canMap} />}
      {refused && !atTheTick.includes(refused) && <Refused reason={refused} />}
      {found.problem && <ProblemBanner problem={found.problem} />}
      {found.sameAs && (step === 2 || step === 3) && <SameFile sameAs={found.sameAs} />}
      <Step />
    </Page>
  )
}

// What is said where it must be ticked.
const atTheTick = ['warnings-unconfirmed', 'undoing-unconfirmed']

function Step() {
  const { found, step } = useLoaderData<typeof loader>()
  const words = useWords()
  if (found.state === 'cancelled') return <Banner title={words.cancelled.title}>{words.cancelled.text}</Banner>
  if (step === 2) return <ColumnsStep />
  if (step === 3) return <CheckStep />
  return step === 4 ? <AppliedStep /> : null
}

function Refused({ reason }: { reason: string }) {
  const words = useWords()
  const sentences = { ...words.refused.reasons, ...words.answers }
  return (
    <Banner tone="attention" isLive>
      {sentenceOf(sentences, reason, words.answers['not-in-this-state'])}
    </Banner>
  )
}

function SameFile({ sameAs }: { sameAs: NonNullable<FoundImport['sameAs']> }) {
  const { now } = useLoaderData<typeof loader>()
  const [words, language, zone] = [useWords(), useLanguage(), useTimeZone()]
  return (
    <Banner action={<LinkButton to={`/imports/${sameAs.id}`}>{words.earlierImport}</LinkButton>}>
      {words.sameFile(momentText(sameAs.appliedAt, now, { zone, language }))}
    </Banner>
  )
}
