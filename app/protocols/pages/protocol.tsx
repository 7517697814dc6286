import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useRef, useState } from 'react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { ownPath } from '#app/core/own-path.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { readSuggestions } from '#app/quality/quality-page.server.ts'
import { SuggestionSection } from '#app/quality/views/suggestion-list.tsx'
import type { Protocol as ProtocolBody } from '#app/triage/protocol.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Columns, Section } from '#app/ui/page.tsx'
import { kindOf } from '../kind-of.ts'
import { isPartPlace, standingAt } from '../place-change.ts'
import { readProtocol } from '../read-protocol.server.ts'
import { savePart } from '../save-part.server.ts'
import { Examples, ExamplesBriefly } from '../views/examples.tsx'
import { Facts } from '../views/facts.tsx'
import { Findings } from '../views/findings.tsx'
import { PartForm } from '../views/part-form.tsx'
import { Ends, Path } from '../views/path.tsx'
import { ProtocolPage } from '../views/protocol-page.tsx'
import { TryIt } from '../views/try-it.tsx'
import { Wholes } from '../views/wholes.tsx'
import { useWords } from '../words.ts'

/** How one kind of trouble is judged: the path, and beside it the part that is open. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'protocol:see')
  const kind = kindOf(params)
  const at = new URL(request.url).searchParams.get('at') ?? ''
  const now = new Date()
  const shown = await readProtocol(actor, kind, { place: isPartPlace(at) ? at : null, now })
  const suggestions = await readSuggestions(actor, { kind, corporationId: null })
  return { ...shown, suggestions, now: now.toISOString() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'protocol:edit')
  const kind = kindOf(params)
  const form = await readForm(request)
  const answer = await savePart(actor, kind, form)
  if (!answer.ok) return data(answer.refused, answer.status)
  const next = ownPath(form.get('next'), '')
  return redirect(next || `${pathOf(kind)}?saved${answer.open ? `&at=${answer.open}` : ''}`)
}

export default function Protocol() {
  const { head, protocol, own, concepts, findings, suggestions, values, now, open } = useLoaderData<typeof loader>()
  const { saved } = useWords()
  const params = useSearchParams()[0]
  const [typed, setTyped] = useState<{ of: ProtocolBody; as: ProtocolBody } | null>(null)
  // What was typed counts until the protocol itself is another one.
  const shown = typed?.of === protocol ? typed.as : protocol
  return (
    <ProtocolPage head={head} now={now}>
      {params.has('saved') && <Banner isLive>{saved}</Banner>}
      <SuggestionSection suggestions={suggestions} now={now} settlesTo={head.mayEdit ? pathOf(head.kind) : null} />
      {head.mayEdit && <Findings findings={findings} />}
      <Columns split="even">
        <div className="flex min-w-0 flex-col gap-8">
          <Path protocol={shown} own={own} concepts={concepts} />
          <Ends protocol={shown} own={own} concepts={concepts} />
          <Examples protocol={shown} mayEdit={head.mayEdit} />
          <Wholes protocol={protocol} own={own} mayEdit={head.mayEdit} />
        </div>
        <div
          id="part"
          className={`flex min-w-0 flex-col gap-6 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto ${open ? 'max-lg:order-first' : ''}`}
        >
          {open && head.mayEdit && <ExamplesBriefly protocol={shown} />}
          <Beside onTyped={(as) => setTyped({ of: protocol, as })} />
          <TryIt protocol={shown} values={values} />
        </div>
      </Columns>
    </ProtocolPage>
  )
}

/** The part that is open: a form for who may change it, else to read. */
function Beside({ onTyped }: { onTyped: (protocol: ProtocolBody) => void }) {
  const { head, protocol, values, open } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { form: words } = useWords()
  const isTyped = useRef(false)
  const former = useRef('')
  if (!open) return null
  if (!head.mayEdit)
    return (
      <Section title={words.read} isPanel>
        <Facts place={open.place} value={standingAt(protocol, open.place)} protocol={protocol} />
      </Section>
    )
  const refused = answer?.place === open.place || open.place === 'examples.new' ? answer : undefined
  if (refused) isTyped.current = true
  // News does not take away what somebody is typing; an answer, another place or a fresh text is a form of its own.
  const wanted = `${open.place} ${refused ? refused.overtaken?.seen : open.seen} ${refused ? 'refused' : ''}`
  const stays = isTyped.current && !refused && former.current.startsWith(`${open.place} `)
  former.current = stays ? former.current : wanted
  return (
    <PartForm
      key={former.current}
      path={pathOf(head.kind)}
      {...{ open, protocol, values, refused, onTyped, isTyped }}
    />
  )
}
