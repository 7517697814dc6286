import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioCards } from '#app/ui/choice.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ActionBar, Section } from '#app/ui/page.tsx'
import { kindOf } from '../kind-of.ts'
import { placeName } from '../part-facts.ts'
import { isPartPlace } from '../place-change.ts'
import { readHead } from '../read-protocol.server.ts'
import { baseProposals, settleBase } from '../settle-base.server.ts'
import { Facts } from '../views/facts.tsx'
import { ProtocolPage } from '../views/protocol-page.tsx'
import { useWords } from '../words.ts'

/** What the national protocol has otherwise since: to take over or to leave, place by place. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'protocol:see')
  const kind = kindOf(params)
  return inScope(actor, async (tx) => {
    const { head, shown } = await readHead(tx, actor, kind)
    const proposals = await baseProposals(tx, kind, shown)
    return { head, proposals, protocol: shown.body, now: new Date().toISOString() }
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'protocol:edit')
  const kind = kindOf(params)
  const form = await readForm(request)
  const chosen = (choice: string) => [...form.keys()].filter((name) => form.get(name) === choice).filter(isPartPlace)
  const decisions = { revision: Number(form.get('revision')), taken: chosen('take'), left: chosen('leave') }
  const answer = await settleBase(actor, kind, decisions)
  if (answer.ok) return redirect(`${pathOf(kind)}?saved`)
  return data({ reason: answer.reason, taken: decisions.taken, left: decisions.left }, 409)
}

type Proposal = ReturnType<typeof useLoaderData<typeof loader>>['proposals'][number]

export default function NationalChanges() {
  const { head, proposals, now } = useLoaderData<typeof loader>()
  const { national: words, errors } = useWords()
  const answer = useActionData<typeof action>()
  const isSaving = useNavigation().formMethod === 'POST'
  if (!head.hasNewBase)
    return (
      <ProtocolPage head={head} now={now}>
        <EmptyState title={words.none} icon="check">
          {words.lead}
        </EmptyState>
      </ProtocolPage>
    )
  return (
    <ProtocolPage head={head} now={now}>
      {answer && (
        <Banner tone="attention" isLive>
          {answer.reason === 'undecided' ? errors.undecided : words.changed}
        </Banner>
      )}
      <Form method="post" noValidate>
        <Section title={words.title} lead={words.lead}>
          <input type="hidden" name="revision" value={head.draft?.revision ?? 0} />
          <ul className="flex flex-col gap-4">
            {proposals.map((proposal) => (
              <li key={proposal.place}>
                <OneProposal proposal={proposal} />
              </li>
            ))}
          </ul>
          {head.mayEdit && (
            <ActionBar>
              <Button type="submit" variant="primary" isPending={isSaving}>
                {words.settle}
              </Button>
            </ActionBar>
          )}
        </Section>
      </Form>
    </ProtocolPage>
  )
}

function OneProposal({ proposal: { place, isOwn, before, theirs, ours } }: { proposal: Proposal }) {
  const { head, protocol } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = { words: useWords(), triage: useTriageWords() }
  const { national } = words.words
  const sides = [
    { title: national.before, value: before, unlike: theirs },
    { title: national.theirs, value: theirs, unlike: before },
    ...(isOwn ? [{ title: national.ours, value: ours, unlike: theirs }] : []),
  ]
  const chosen = answer?.taken.includes(place) ? 'take' : answer?.left.includes(place) ? 'leave' : undefined
  return (
    <div className="flex flex-col gap-3 rounded-md border border-line bg-surface px-4 py-3">
      <p className="flex flex-wrap items-center gap-3 font-bold wrap-anywhere">
        {placeName(place, theirs ?? before, words)}
        {isOwn && <Badge tone="attention">{national.isOwn}</Badge>}
      </p>
      <div className="grid gap-4 md:grid-cols-2">
        {sides.map(({ title, value, unlike }) => (
          <div key={title}>
            <p className="text-sm text-ink-soft">{title}</p>
            {value === null ? <p>{national.gone}</p> : <Facts {...{ place, value, unlike, protocol }} />}
          </div>
        ))}
      </div>
      {head.mayEdit && (
        <RadioCards
          name={place}
          label={placeName(place, theirs ?? before, words)}
          isLabelHidden
          columns={2}
          defaultValue={chosen}
          options={[
            { value: 'take', label: national.take },
            { value: 'leave', label: national.leave },
          ]}
        />
      )}
    </div>
  )
}
