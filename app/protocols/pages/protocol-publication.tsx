import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { Banner } from '#app/ui/banner.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Columns, Section } from '#app/ui/page.tsx'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { kindOf } from '../kind-of.ts'
import { publishDraft } from '../publish-draft.server.ts'
import { readPublication } from '../read-publication.server.ts'
import { Differences } from '../views/differences.tsx'
import { Findings } from '../views/findings.tsx'
import { ProtocolPage } from '../views/protocol-page.tsx'
import { PublishForms } from '../views/publish-forms.tsx'
import { ReplayOutcome } from '../views/replay-outcome.tsx'
import { useWords } from '../words.ts'

/** What a draft changes, whether it can be published, and what it would have changed for earlier callers. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'protocol:see')
  const now = new Date()
  return { ...(await readPublication(actor, kindOf(params), now)), now: now.toISOString() }
}

const form = z.object({
  revision: z.coerce.number().int().min(1),
  reason: z.string().trim().min(1, 'required').max(400, 'too-long').refine(holdsNoBsn, 'bsn'),
})

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'protocol:publish')
  const kind = kindOf(params)
  const read = await readForm(request)
  const reason = String(read.get('reason') ?? '')
  const posted = parseForm(form, read)
  if (!posted.ok) return data({ reason, errors: posted.errors, refused: null }, 400)
  const answer = await publishDraft(actor, kind, { ...posted.value, now: new Date() })
  if (answer.ok) return redirect(pathOf(kind, `/publication?published=${answer.number}`))
  return data({ reason, errors: {} as Record<string, string>, refused: answer.reason }, 409)
}

export default function ProtocolPublication() {
  const { head, draft, now } = useLoaderData<typeof loader>()
  const { publication: words } = useWords()
  const answer = useActionData<typeof action>()
  return (
    <ProtocolPage head={head} now={now}>
      <Said />
      {draft ? (
        <Columns split="main-left">
          <Judged />
          <div className="flex flex-col gap-6 lg:sticky lg:top-4">
            <PublishForms head={head} isProven={draft.findings.length === 0} answer={answer} />
          </div>
        </Columns>
      ) : (
        <EmptyState title={words.nothing} icon="check">
          {words.nothingText}
        </EmptyState>
      )}
    </ProtocolPage>
  )
}

/** What was just done, or why it was not. */
function Said() {
  const { publication: words, history } = useWords()
  const params = useSearchParams()[0]
  const published = params.get('published')
  const refused = useActionData<typeof action>()?.refused ?? params.get('refused')
  return (
    <>
      {published && <Banner isLive>{words.published(published)}</Banner>}
      {params.has('proposed') && <Banner isLive>{words.proposed}</Banner>}
      {params.has('restored') && <Banner isLive>{history.restored}</Banner>}
      {refused && (
        <Banner tone="attention" isLive>
          {sentenceOf(words.reasons, refused, words.reasons['changed-meanwhile'])}
        </Banner>
      )}
    </>
  )
}

function Judged() {
  const { head, draft, now } = useLoaderData<typeof loader>()
  const { publication: words, history } = useWords()
  if (!draft) return null
  const { protocol, differences, findings, replay, maySeeCalls } = draft
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <Section title={words.checks}>
        <Findings findings={findings} path={pathOf(head.kind)} />
        {findings.length === 0 && <p>{words.proven(Object.keys(protocol.questions).length)}</p>}
      </Section>
      <Section title={words.stands}>
        {differences.length === 0 ? (
          <p className="text-ink-soft">{history.noDifference}</p>
        ) : (
          <Differences differences={differences} protocol={protocol} />
        )}
      </Section>
      <ReplayOutcome replay={replay} now={now} maySeeCalls={maySeeCalls} />
    </div>
  )
}
