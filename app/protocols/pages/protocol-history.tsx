import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, useSearchParams } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { MomentText } from '#app/ui/date-text.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Columns, Section } from '#app/ui/page.tsx'
import { kindOf } from '../kind-of.ts'
import { readHistory } from '../read-history.server.ts'
import { Differences } from '../views/differences.tsx'
import { ProtocolPage } from '../views/protocol-page.tsx'
import { StepList } from '../views/step-list.tsx'
import { useWords } from '../words.ts'

/** What was published and by whom, what was changed, and what differs between two versions. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'protocol:see')
  const asked = new URL(request.url).searchParams
  const shown = await readHistory(actor, kindOf(params), { from: asked.get('from'), to: asked.get('to') })
  return { ...shown, now: new Date().toISOString() }
}

export default function ProtocolHistory() {
  const { head, versions, steps, protocol, now } = useLoaderData<typeof loader>()
  const { history: words, publication } = useWords()
  const params = useSearchParams()[0]
  const refused = params.get('refused')
  return (
    <ProtocolPage head={head} now={now}>
      {params.has('discarded') && <Banner isLive>{publication.discarded}</Banner>}
      {params.has('taken-back') && <Banner isLive>{words.takenBack}</Banner>}
      {refused && (
        <Banner tone="attention" isLive>
          {sentenceOf(words.reasons, refused, words.reasons['not-found'])}
        </Banner>
      )}
      <Columns split="even">
        <div className="flex min-w-0 flex-col gap-8">
          <Section title={words.versions}>
            {versions.length === 0 ? <p className="text-ink-soft">{words.noVersions}</p> : <Versions />}
          </Section>
          <Compare />
        </div>
        <Section title={words.changes}>
          <StepList {...{ steps, protocol, now }} kind={head.kind} mayEdit={head.mayEdit} />
        </Section>
      </Columns>
    </ProtocolPage>
  )
}

function Versions() {
  const { head, versions, now } = useLoaderData<typeof loader>()
  const { history: words } = useWords()
  return (
    <ol className="flex flex-col gap-3">
      {versions.map(({ number, reason, proposedBy, publishedBy, publishedAt, restoredFrom }) => (
        <li key={number} className="flex flex-col gap-1 rounded-md border border-line bg-surface px-4 py-3">
          <p className="flex flex-wrap items-center gap-3 font-bold">
            {words.version(number)}
            {number === head.number && <Badge tone="done">{words.holds}</Badge>}
          </p>
          <p className="wrap-anywhere">{reason}</p>
          <p className="text-sm text-ink-soft">
            <MomentText at={publishedAt} now={now} />, {words.proposedBy(proposedBy)}, {words.publishedBy(publishedBy)}
            {restoredFrom !== null && `, ${words.restoredFrom(restoredFrom)}`}
          </p>
          {head.mayEdit && number !== head.number && (
            <Form noValidate method="post" action={pathOf(head.kind, `/versions/${number}/restoration`)}>
              <Button type="submit" variant="plain">
                {words.restore}
                <span className="sr-only">: {words.version(number)}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ol>
  )
}

function Compare() {
  const { head, versions, compared, protocol } = useLoaderData<typeof loader>()
  const { history: words } = useWords()
  const params = useSearchParams()[0]
  const options = [
    { value: 'national', label: words.nationalOption },
    ...versions.map(({ number }) => ({ value: String(number), label: words.version(number) })),
    ...(head.draft ? [{ value: 'draft', label: words.draftOption }] : []),
  ]
  if (options.length < 2) return null
  return (
    <Section title={words.compare}>
      <Form noValidate method="get" className="flex flex-wrap items-end gap-3" preventScrollReset>
        <SelectField name="from" label={words.from} options={options} defaultValue={params.get('from') ?? 'national'} />
        <SelectField
          name="to"
          label={words.to}
          options={options}
          defaultValue={params.get('to') ?? (head.draft ? 'draft' : String(head.number))}
        />
        <Button type="submit">{words.show}</Button>
      </Form>
      {compared?.length === 0 && <p role="status">{words.noDifference}</p>}
      {compared && compared.length > 0 && <Differences differences={compared} protocol={protocol} />}
    </Section>
  )
}
