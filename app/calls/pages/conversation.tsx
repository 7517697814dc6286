import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { type Actor, authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { draftFieldsIn } from '#app/claims/draft-fields.ts'
import { correctConversation, findCorrectable } from '#app/conversations/correct-conversation.server.ts'
import { readUrgentNumbers } from '#app/conversations/urgent-numbers.server.ts'
import { withUrgentSaved } from '#app/conversations/urgent-saved.ts'
import { parseInput } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { headingName } from '#app/tenants/names.ts'
import { Button } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { useCorrectionWords } from '../correction-words.ts'
import { correctionSchema } from '../schema.ts'
import { rangFields } from '../urgent-rang.ts'
import { ConversationFields } from '../views/conversation-fields.tsx'
import { problemTexts } from '../views/problem-text.ts'
import { useWords } from '../words.ts'

const callList = '/calls'
const backOf = (actor: Actor, tenantId: string) => (can(actor, 'tenant:read') ? `/tenants/${tenantId}` : callList)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'conversation:correct')
  const id = params.conversationId ?? ''
  const [found, urgentNumbers] = isUuid(id)
    ? await inScope(
        actor,
        async (tx) => [await findCorrectable(tx, actor, id), await readUrgentNumbers(tx, actor)] as const,
      )
    : [null, []]
  if (!found) throw notFound()
  const rang = rangFields(
    found.urgentRang,
    urgentNumbers.map(({ name }) => name),
  )
  return { ...found, rang, urgentNumbers, back: backOf(actor, found.tenantId), now: new Date().toISOString() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'conversation:correct')
  const id = params.conversationId ?? ''
  if (!isUuid(id)) throw notFound()
  const form = await readForm(request)
  const fields = ['notes', 'wellbeing', 'urgentRang', 'noteConfirmed'].map((name) => [name, form.get(name) ?? ''])
  const read = parseInput(correctionSchema, {
    ...Object.fromEntries(fields),
    topics: form.getAll('topics[]'),
    urgentCalled: form.getAll('urgentCalled[]'),
  })
  if (!read.ok) return data({ errors: read.errors, draftFields: draftFieldsIn(form) }, 409)
  const corrected = await correctConversation(actor, id, read.value)
  if (!corrected) throw notFound()
  const saved = { conversationId: id, wellbeing: read.value.wellbeing }
  return redirect(withUrgentSaved(backOf(actor, corrected.tenantId), saved))
}

export default function Conversation() {
  const { notes, wellbeing, topics, rang, urgentNumbers, name, at, back, now } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const words = useCorrectionWords()
  const callWords = useWords()
  const tenant = headingName(name, useLanguage())
  const isBusy = useNavigation().state !== 'idle'
  const stored = {
    notes: [notes],
    wellbeing: wellbeing ? [wellbeing] : [],
    'topics[]': topics,
    urgentRang: [rang.typed],
    'urgentCalled[]': rang.called,
  }
  const draftFields = refused?.draftFields ?? stored
  const errors = problemTexts(callWords, refused?.errors ?? {}, draftFields)
  const fieldsShown = wellbeing ? { 'data-opens-notes': true } : { 'data-takes-note': true }
  return (
    <Page width="narrow">
      <PageHeader
        title={words.title}
        meta={
          <>
            {tenant} · <MomentText at={new Date(at).toISOString()} now={now} />
          </>
        }
        back={{ to: back, label: back === callList ? words.back : tenant }}
      />
      <p className="mb-6 text-ink-soft">{words.lead}</p>
      <Form method="post" noValidate className="group/call flex min-w-0 flex-col gap-6">
        <input type="checkbox" {...fieldsShown} defaultChecked hidden aria-hidden="true" tabIndex={-1} />
        <ErrorSummary problems={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        <ConversationFields draftFields={draftFields} errors={errors} urgentNumbers={urgentNumbers} />
        <div>
          <Button type="submit" variant="primary" isPending={isBusy}>
            {words.save}
          </Button>
        </div>
      </Form>
    </Page>
  )
}
