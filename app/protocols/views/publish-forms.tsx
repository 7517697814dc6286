import { Form, useNavigation } from '@remix-run/react'
import { pathOf } from '#app/triage/protocol-path.ts'
import { Button } from '#app/ui/button.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'
import type { ShownHead } from './protocol-page.tsx'

type PublishFormsProps = {
  head: ShownHead
  isProven: boolean
  answer: { reason: string; errors: Record<string, string> } | undefined
}

/** The next step of a draft: somebody proposes it, somebody else publishes it; or it is put away. */
export function PublishForms({ head, isProven, answer }: PublishFormsProps) {
  const { publication: words } = useWords()
  const { draft } = head
  if (!draft) return null
  const mayPublish = head.mayPublish && draft.proposedBy !== null && !draft.isProposedByMe
  return (
    <Section title={draft.isProposedByMe ? words.waitTitle : words.title} isPanel>
      {draft.isProposedByMe && <p>{words.waitText}</p>}
      {!draft.proposedBy && (head.mayEdit ? <Propose head={head} isProven={isProven} /> : <p>{words.notProposed}</p>)}
      {mayPublish && <Publish head={head} answer={answer} />}
      {head.mayEdit && <Discard head={head} />}
    </Section>
  )
}

function Propose({ head, isProven }: Omit<PublishFormsProps, 'answer'>) {
  const { publication: words } = useWords()
  const isSaving = useNavigation().formMethod === 'POST'
  return (
    <Form noValidate method="post" action={pathOf(head.kind, '/proposal')} className="flex flex-col gap-3">
      <p>{isProven ? words.proposeText : words.reasons.findings}</p>
      <input type="hidden" name="revision" value={head.draft?.revision} />
      {isProven && (
        <div>
          <Button type="submit" variant="primary" isPending={isSaving}>
            {words.propose}
          </Button>
        </div>
      )}
    </Form>
  )
}

function Publish({ head, answer }: Omit<PublishFormsProps, 'isProven'>) {
  const { publication: words, errors, head: heads } = useWords()
  const problem = answer?.errors.reason
  return (
    <Form method="post" className="flex flex-col gap-3" noValidate>
      <p>{heads.proposed(head.draft?.proposedBy ?? '')}</p>
      <p>{words.publishText}</p>
      <input type="hidden" name="revision" value={head.draft?.revision} />
      <TextField
        name="reason"
        label={words.reason}
        defaultValue={answer?.reason}
        error={problem && sentenceOf(errors, problem, errors.other ?? '')}
        maxLength={400}
      />
      <div>
        <Button type="submit" variant="primary" isPending={useNavigation().formMethod === 'POST'}>
          {words.publish}
        </Button>
      </div>
    </Form>
  )
}

function Discard({ head }: { head: ShownHead }) {
  const { publication: words } = useWords()
  return (
    <Form noValidate method="post" action={pathOf(head.kind, '/removal')} className="border-t border-line pt-3">
      <p className="text-sm text-ink-soft">{words.discardText}</p>
      <div className="-ml-4">
        <Button type="submit" variant="plain">
          {words.discard}
        </Button>
      </div>
    </Form>
  )
}
