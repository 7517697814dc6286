import type { LoaderFunctionArgs } from '@remix-run/node'
import { type FetcherWithComponents, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { listColleagues } from '#app/accounts/colleagues.server.ts'
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
import { Badge } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Columns, Page, PageHeader, Section, Stack } from '#app/ui/page.tsx'
import { findFollowUp } from '../follow-ups.server.ts'
import { followUpsTopic } from '../live-topics.ts'
import { MoveFields, OwnerFields } from '../views/bulk-bar.tsx'
import { FollowUpFacts } from '../views/follow-up-facts.tsx'
import { useWords } from '../words.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'follow-up:read')
  const id = params.followUpId ?? ''
  const today = dateIn(actor.timeZone, new Date())
  if (!isUuid(id)) throw notFound()
  return inScope(actor, async (tx) => {
    const followUp = await findFollowUp(tx, actor, { id, today })
    if (!followUp) throw notFound()
    const colleagues = can(actor, 'follow-up:read-all')
      ? (await listColleagues(tx, actor)).filter((one) => can(one, 'follow-up:write'))
      : []
    return { followUp, colleagues, today, canOpenTenant: can(actor, 'tenant:read') }
  })
}

export default function FollowUp() {
  const { followUp, today, canOpenTenant } = useLoaderData<typeof loader>()
  const words = useWords()
  const fetcher = useListAnswers(words)
  useLive([followUpsTopic])
  const tone =
    followUp.state === 'open'
      ? followUp.dueOn < today
        ? 'attention'
        : 'waiting'
      : followUp.state === 'done'
        ? 'done'
        : 'neutral'
  return (
    <Page>
      <PageHeader
        title={headingName(followUp, useLanguage())}
        state={<Badge tone={tone}>{words.states[followUp.state]}</Badge>}
        back={{ to: '/follow-ups', label: words.back }}
        secondary={canOpenTenant && <LinkButton to={`/tenants/${followUp.tenantId}`}>{words.tenant}</LinkButton>}
      />
      <RefusedBanner words={words} />
      <TenantWarning tenant={followUp} />
      <Columns split="main-left">
        <FollowUpFacts followUp={followUp} today={today} />
        {followUp.state === 'open' ? <OpenForms fetcher={fetcher} /> : <ClosedForm fetcher={fetcher} />}
      </Columns>
    </Page>
  )
}

type Forms = { fetcher: FetcherWithComponents<ListAnswer> }

function OpenForms({ fetcher }: Forms) {
  return (
    <Stack gap="wide">
      <CompletionForm fetcher={fetcher} />
      <ChangeForm fetcher={fetcher} />
    </Stack>
  )
}

function CompletionForm({ fetcher }: Forms) {
  const { followUp } = useLoaderData<typeof loader>()
  const words = useWords()
  const errorOf = useFieldProblem(fetcher, words)
  return (
    <Section title={words.whatNow} isPanel>
      <fetcher.Form method="post" action="/follow-ups/completion" className="flex flex-col gap-4" noValidate>
        <RowFields id={followUp.id} back={`/follow-ups/${followUp.id}`} />
        <TextArea
          name="result"
          label={words.result}
          hint={words.resultHint}
          maxLength={2000}
          error={errorOf('result')}
          isOptional
        />
        <Button
          type="submit"
          variant="primary"
          icon="check"
          keys="ctrl+enter"
          keysLabel={words.complete}
          isPending={fetcher.state !== 'idle'}
        >
          {words.complete}
        </Button>
      </fetcher.Form>
    </Section>
  )
}

function ChangeForm({ fetcher }: Forms) {
  const { followUp, colleagues, today } = useLoaderData<typeof loader>()
  const words = useWords()
  const errorOf = useFieldProblem(fetcher, words)
  return (
    <Section title={words.change} isPanel>
      <fetcher.Form method="post" className="flex flex-col gap-4" noValidate>
        <NoEnter />
        <RowFields id={followUp.id} back={`/follow-ups/${followUp.id}`} />
        <MoveFields today={today} errorOf={errorOf} />
        {colleagues.length > 0 && <OwnerFields colleagues={colleagues} errorOf={errorOf} />}
        <Button type="submit" formAction="/follow-ups/cancellation">
          {words.cancel}
        </Button>
      </fetcher.Form>
    </Section>
  )
}

function ClosedForm({ fetcher }: Forms) {
  const { followUp } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <fetcher.Form method="post" action="/follow-ups/reopening" noValidate>
      <RowFields id={followUp.id} back={`/follow-ups/${followUp.id}`} />
      <Button type="submit" isPending={fetcher.state !== 'idle'}>
        {words.reopen}
      </Button>
    </fetcher.Form>
  )
}
