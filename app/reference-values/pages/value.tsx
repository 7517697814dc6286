import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { WayBack } from '#app/lists/views/way-back.tsx'
import { dateIn } from '#app/time/clock.ts'
import { Banner } from '#app/ui/banner.tsx'
import { dateText } from '#app/ui/format.ts'
import { Columns, Page, PageHeader, Section } from '#app/ui/page.tsx'
import { setValue } from '../set-value.server.ts'
import { valueForm } from '../value-form.ts'
import { isFixed, isValueKey, type ValueKey } from '../value-keys.ts'
import { readValue } from '../value-page.server.ts'
import { SetValueForm } from '../views/set-value-form.tsx'
import { HistoryTable, PlannedTable } from '../views/value-history.tsx'
import { ValueNow } from '../views/value-now.tsx'
import { takenAwayIn } from '../way-back.server.ts'
import { useWords } from '../words.ts'

const keyOf = (written = ''): ValueKey => {
  if (!isValueKey(written)) throw notFound()
  return written
}

/** One number or amount: what holds, what is planned, and what held before. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'values:see')
  const key = keyOf(params.key)
  const now = new Date()
  const today = dateIn(actor.timeZone, now)
  return {
    ...(await readValue(actor, key, today)),
    today,
    at: now.toISOString(),
    mayChange: can(actor, 'values:manage') && !isFixed(key),
    removed: takenAwayIn(key, new URL(request.url).searchParams),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'values:manage')
  const key = keyOf(params.key)
  const posted = await readForm(request)
  const typed = { value: String(posted.get('value') ?? ''), fromOn: String(posted.get('fromOn') ?? '') }
  const form = parseForm(valueForm(key), posted)
  if (!form.ok) return data({ errors: form.errors, typed }, 400)
  const answer = await setValue(actor, form.value, dateIn(actor.timeZone, new Date()))
  if (answer.ok) return redirect(`/settings/values/${key}?saved`)
  return data({ errors: { fromOn: answer.reason } as Record<string, string>, typed }, 409)
}

export default function ValuePage() {
  const page = useLoaderData<typeof loader>()
  const { now, planned, past, today, mayChange, at } = page
  const refused = useActionData<typeof action>()
  const isSaved = useSearchParams()[0].has('saved')
  const words = useWords()
  return (
    <Page>
      <PageHeader
        title={words.names[now.key]}
        meta={words.purposes[now.key]}
        back={{ to: '/settings/values', label: words.title }}
      />
      {isSaved && <Banner isLive>{words.saved}</Banner>}
      <Removed />
      <Columns split="main-left">
        <div className="flex min-w-0 flex-col gap-8">
          <ValueNow now={now} />
          <Section title={words.planned}>
            <PlannedTable valueKey={now.key} rows={planned} mayChange={mayChange} />
          </Section>
          <Section title={words.history}>
            <HistoryTable rows={past} at={at} />
          </Section>
        </div>
        {mayChange && (
          <Section title={now.text === null ? words.setFirst : words.set} isPanel>
            <SetValueForm
              // Emptied by what was saved or taken away.
              key={[...planned, ...past].map(({ id }) => id).join()}
              now={now}
              hasOwn={now.from === 'own' || planned.length > 0}
              today={today}
              refused={refused}
            />
          </Section>
        )}
      </Columns>
    </Page>
  )
}

/** What was planned and just taken away. */
function Removed() {
  const { now, removed } = useLoaderData<typeof loader>()
  const words = useWords()
  if (!removed) return null
  const planned = words.plannedFrom(removed.text ?? words.nothing, dateText(removed.fromOn))
  return <WayBack to={`/settings/values/${now.key}`} said={words.removed(planned)} fields={removed.fields} />
}
