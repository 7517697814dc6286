import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorizeDesk, inHand } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { qualityAddress, readQualityFilter } from '../filter.ts'
import { servedNames, textAt, textsFor } from '../quality-page.server.ts'
import { signalKinds } from '../signals.ts'
import { suggestionForm } from '../suggestion-form.ts'
import { makeSuggestion } from '../suggestions.server.ts'
import { SuggestionForm } from '../views/suggestion-form.tsx'
import { useWords } from '../words.ts'

const path = '/desk/quality'

/** What the desk would change in a protocol, beside what made it think so. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'protocol:suggest')
  const address = new URL(request.url).searchParams
  const { kind, corporationId, days } = readQualityFilter(address)
  if (!kind) throw notFound()
  const place = address.get('place') ?? ''
  return {
    kind,
    corporationId,
    days,
    signal: signalKinds.find((signal) => signal === address.get('signal')) ?? null,
    place,
    about: textAt((await textsFor(actor, corporationId))(kind), place),
    formKey: uuidV7(),
    names: await servedNames(actor),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'protocol:suggest')
  const posted = await readForm(request)
  const form = parseForm(suggestionForm, posted)
  const typed = { words: String(posted.get('words') ?? ''), corporation: String(posted.get('corporation') ?? '') }
  if (!form.ok) return data({ errors: form.errors, typed }, 400)
  const { corporation, ...suggestion } = form.value
  await makeSuggestion(inHand(actor, corporation), suggestion)
  const { days, corporationId } = readQualityFilter(new URL(request.url).searchParams)
  const back = qualityAddress(path, { days, corporationId, kind: suggestion.kind })
  return redirect(`${back}${back.includes('?') ? '&' : '?'}sent`)
}

export default function SuggestionPage() {
  const { kind, corporationId, days, ...rest } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { suggestion: words, rows } = useWords()
  const { kinds } = useTriageWords()
  return (
    <Page width="narrow">
      <PageHeader
        title={words.title(kinds[kind].toLowerCase())}
        meta={words.lead}
        back={{ to: qualityAddress(path, { days, corporationId, kind }), label: rows.back }}
      />
      <SuggestionForm kind={kind} corporationId={corporationId} refused={refused} {...rest} />
    </Page>
  )
}
