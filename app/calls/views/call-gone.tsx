import { Form } from '@remix-run/react'
import type { Draft } from '#app/claims/draft-store.server.ts'
import type { NotClaimed } from '#app/claims/why-not-claimed.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { Page, PageHeader, Row, Section } from '#app/ui/page.tsx'
import { freeTextsOf } from '../free-texts.ts'
import { useWords } from '../words.ts'

type Props = {
  reason: NotClaimed['reason']
  by: string | null
  draft: Draft | null
  writtenBy: string | null
  isSaved: boolean
  targetId: string
  now: string
}

/** A home that is not in this caller's hands: who has it, what they typed themselves, and the way on. */
export function CallGone({ reason, by, draft, writtenBy, isSaved, targetId, now }: Props) {
  const words = useWords()
  const why = reason === 'claimed-by-other' && by ? words.gone.taken(by) : words.gone[reason]
  return (
    <Page width="narrow">
      <PageHeader title={isSaved && !draft ? words.gone.titleSaved : words.gone.title} meta={why} />
      {draft && <OwnText draft={draft} writtenBy={writtenBy} targetId={targetId} now={now} />}
      <Row>
        <Form method="post" action="/calls" noValidate>
          <Button type="submit" variant="primary" icon="phone">
            {words.list.next}
          </Button>
        </Form>
        <LinkButton to="/calls">{words.gone.back}</LinkButton>
      </Row>
    </Page>
  )
}

/** To copy from, or to throw away: nobody else can read it. What a colleague typed says so. */
function OwnText({
  draft,
  writtenBy,
  targetId,
  now,
}: Pick<Props, 'writtenBy' | 'targetId' | 'now'> & { draft: Draft }) {
  const words = useWords()
  const texts = freeTextsOf(draft.draftFields).filter(({ text }) => text.trim() !== '')
  return (
    <Section title={words.gone.draft} lead={words.gone.draftLead} isPanel>
      <p className="text-sm text-ink-soft">
        {writtenBy && `${words.call.writtenBy(writtenBy)}, `}
        <MomentText at={draft.savedAt} now={now} />
      </p>
      {texts.length === 0 && <p>{words.call.noNote}</p>}
      {texts.map(({ name, text }) => (
        <p key={name} className="whitespace-pre-wrap">
          {text}
        </p>
      ))}
      <Form method="post" action={`/calls/${targetId}/draft/removal`} noValidate>
        <Button type="submit">{words.gone.discard}</Button>
      </Form>
    </Section>
  )
}
