import type { LoaderFunctionArgs } from '@remix-run/node'
import { type FetcherWithComponents, Form, useLoaderData } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { type ListAnswer, NoEnter, RefusedBanner, useListAnswers } from '#app/lists/views/list-answer.tsx'
import { dateIn } from '#app/time/clock.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader, Section, Stack } from '#app/ui/page.tsx'
import { gestureKinds } from '../gesture.ts'
import { listApproved } from '../gestures.server.ts'
import { sheet } from '../label-sheet.ts'
import { splitByPost } from '../label-text.ts'
import { gesturesTopic } from '../live-topics.ts'
import { LabelChoice } from '../views/label-choice.tsx'
import { LabelPreview } from '../views/label-preview.tsx'
import { PaperButtons, SkipField } from '../views/paper-buttons.tsx'
import { WithheldTable } from '../views/withheld-table.tsx'
import { useWords } from '../words.ts'

/** Ten sheets at a time. */
const most = 10 * sheet.perPage

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'gesture:decide')
  const kindInUrl = new URL(request.url).searchParams.get('kind')
  const kind = gestureKinds.find((each) => each === kindInUrl) ?? 'card'
  const today = dateIn(actor.timeZone, new Date())
  const rows = await inScope(actor, (tx) => listApproved(tx, actor, { kind, today, most }))
  return { ...splitByPost(rows), kind, isFull: rows.length === most }
}

export default function Labels() {
  const { posted, withheld, kind, isFull } = useLoaderData<typeof loader>()
  const all = useWords()
  const words = all.labels
  const fetcher = useListAnswers(all)
  const [ticked, setTicked] = useState<readonly string[] | null>(null)
  const [skip, setSkip] = useState(0)
  useLive([gesturesTopic])
  const selected = ticked ? posted.filter((row) => ticked.includes(row.id)) : posted
  return (
    <Page>
      <PageHeader
        title={words.title(all.kindsMany[kind])}
        meta={words.lead}
        back={{ to: '/gestures?state=approved', label: words.back }}
      />
      <RefusedBanner words={all} />
      {posted.length + withheld.length === 0 && <NoLabels />}
      {posted.length > 0 && (
        <Form method="post" reloadDocument onSubmit={(event) => submitByScript(event, fetcher)} noValidate>
          <NoEnter />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="back" value={`/gestures/labels?kind=${kind}`} />
          <Stack gap="wide">
            <Section title={words.choose} lead={isFull ? words.most(most) : undefined}>
              <LabelChoice rows={posted} onChange={setTicked} />
            </Section>
            <SkipField onSkip={setSkip} />
            <LabelPreview rows={selected} skip={skip} />
            <PaperButtons kind={kind} isPending={fetcher.state !== 'idle'} />
          </Stack>
        </Form>
      )}
      {withheld.length > 0 && <WithheldTable withheld={withheld} fetcher={fetcher} />}
    </Page>
  )
}

/** A file is fetched by the browser itself; what changes something goes by script, so that there is a way back. */
function submitByScript(event: FormEvent<HTMLFormElement>, fetcher: FetcherWithComponents<ListAnswer>) {
  const button = (event.nativeEvent as SubmitEvent).submitter
  if (!(button instanceof HTMLButtonElement) || button.hasAttribute('data-file')) return
  event.preventDefault()
  fetcher.submit(button)
}

function NoLabels() {
  const { labels: words } = useWords()
  return (
    <EmptyState
      title={words.emptyTitle}
      icon="card"
      action={<LinkButton to="/gestures">{words.emptyAction}</LinkButton>}
    >
      {words.emptyText}
    </EmptyState>
  )
}
