import type { LoaderFunctionArgs } from '@remix-run/node'
import { type FetcherWithComponents, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { notFound } from '#app/core/http-errors.ts'
import { inScope } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import {
  type ListAnswer,
  NoEnter,
  RefusedBanner,
  RowFields,
  useFieldProblem,
  useListAnswers,
} from '#app/lists/views/list-answer.tsx'
import { headingName } from '#app/tenants/names.ts'
import { TenantWarning } from '#app/tenants/views/tenant-cell.tsx'
import { dateIn } from '#app/time/clock.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { RadioCards } from '#app/ui/choice.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Columns, Page, PageHeader, Section, Stack } from '#app/ui/page.tsx'
import { referralsTopic } from '../live-topics.ts'
import { endingsFrom } from '../referral.ts'
import { findReferral } from '../referrals.server.ts'
import { ReferralFacts } from '../views/referral-facts.tsx'
import { PassOnForm, TellForm } from '../views/step-forms.tsx'
import { useWords } from '../words.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'referral:read')
  const id = params.referralId ?? ''
  const today = dateIn(actor.timeZone, new Date())
  if (!isUuid(id)) throw notFound()
  const referral = await inScope(actor, (tx) => findReferral(tx, actor, { id, today }))
  if (!referral) throw notFound()
  return { referral, today, canOpenTenant: can(actor, 'tenant:read') }
}

export default function Referral() {
  const { referral, today, canOpenTenant } = useLoaderData<typeof loader>()
  const words = useWords()
  const fetcher = useListAnswers(words)
  useLive([referralsTopic])
  return (
    <Page>
      <PageHeader
        title={headingName(referral, useLanguage())}
        meta={referral.agencyName}
        back={{ to: '/referrals', label: words.back }}
        secondary={canOpenTenant && <LinkButton to={`/tenants/${referral.tenantId}`}>{words.tenant}</LinkButton>}
      />
      <RefusedBanner words={words} />
      <TenantWarning tenant={referral} />
      <Columns split="main-left">
        <ReferralFacts referral={referral} today={today} />
        <Stack gap="wide">
          <PassOnForm referral={referral} fetcher={fetcher} />
          <TellForm referral={referral} fetcher={fetcher} />
          <NextSteps fetcher={fetcher} />
          {referral.state !== 'ended' && <EndForm fetcher={fetcher} />}
        </Stack>
      </Columns>
    </Page>
  )
}

type Forms = { fetcher: FetcherWithComponents<ListAnswer> }

function NextSteps({ fetcher }: Forms) {
  const { referral } = useLoaderData<typeof loader>()
  const words = useWords()
  const { state } = referral
  const isPending = fetcher.state !== 'idle'
  const step = (at: string, label: string, isMain = false) => (
    <Button
      key={at}
      type="submit"
      variant={isMain ? 'primary' : 'quiet'}
      formAction={`/referrals/${at}`}
      isPending={isMain && isPending}
    >
      {label}
    </Button>
  )
  return (
    <Section title={state === 'sent' ? words.nextStep : words.otherSteps} isPanel>
      <fetcher.Form method="post" className="flex flex-wrap gap-3" noValidate>
        <NoEnter />
        <RowFields id={referral.id} back={`/referrals/${referral.id}`} />
        {state === 'sent' && step('acceptance', words.steps.accept, true)}
        {state !== 'ended' && step('reminder', words.steps['ask-later'])}
        {state !== 'proposed' && step('reversal', words.steps.undo)}
      </fetcher.Form>
    </Section>
  )
}

function EndForm({ fetcher }: Forms) {
  const { referral } = useLoaderData<typeof loader>()
  const words = useWords()
  const errorOf = useFieldProblem(fetcher, words)
  const options = endingsFrom(referral.state).map((ending) => ({
    value: ending,
    label: words.endings[ending],
    hint: words.endingHints[ending],
  }))
  return (
    <Section title={words.steps.end} isPanel>
      <fetcher.Form method="post" action="/referrals/ending" className="flex flex-col gap-4" noValidate>
        <RowFields id={referral.id} back={`/referrals/${referral.id}`} />
        <RadioCards name="ending" label={words.end} options={options} error={errorOf('ending')} />
        <Button type="submit" isPending={fetcher.state !== 'idle'}>
          {words.steps.end}
        </Button>
      </fetcher.Form>
    </Section>
  )
}
