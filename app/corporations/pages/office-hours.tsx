import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { useMemo } from 'react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseInput } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { useWords as useLineWords } from '#app/lines/words.ts'
import { dateIn } from '#app/time/clock.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { DateField, FieldError, TimeField } from '#app/ui/field.tsx'
import { weekdayText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { changeOfficeHours, readOfficeHours } from '../office-hours.server.ts'
import { type OfficeWeekday, officeHoursSchema, officeWeekdays } from '../office-hours.ts'
import { readOfficeHoursForm } from '../office-hours-form.ts'
import { useWords } from '../words.ts'

/** When the corporation's own people are at work: what is a night follows from it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'corporation:manage')
  const hours = await inScope(actor, (tx) => readOfficeHours(tx, actor))
  return { hours, today: dateIn(actor.timeZone, new Date()) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'corporation:manage')
  const parsed = parseInput(officeHoursSchema, readOfficeHoursForm(await readForm(request)))
  if (!parsed.ok) return data({ errors: parsed.errors }, 400)
  await changeOfficeHours(actor, parsed.value)
  return redirect('/settings/office-hours?saved')
}

export default function OfficeHoursPage() {
  const { hours } = useLoaderData<typeof loader>()
  const { office: words, title, save } = useWords()
  const isSaved = useSearchParams()[0].has('saved')
  const problems = useProblems()
  return (
    <Page width="narrow">
      <PageHeader title={words.title} meta={words.lead} back={{ to: '/settings', label: title }} />
      {isSaved && <Banner isLive>{words.saved}</Banner>}
      <ErrorSummary problems={problems} />
      <Form key={JSON.stringify(hours)} method="post" className="flex flex-col gap-6" noValidate>
        <Section title={words.week} lead={words.weekLead} isPanel>
          <div id="week" tabIndex={-1}>
            {problems.map(
              ({ field, message }) =>
                field === 'week' && (
                  <FieldError key={field} id="week-error">
                    {message}
                  </FieldError>
                ),
            )}
            {officeWeekdays.map((day) => (
              <DayFields key={day} day={day} />
            ))}
          </div>
        </Section>
        <Section title={words.closedOn} lead={words.closedOnLead} isPanel>
          <ClosedDays />
        </Section>
        <div>
          <Button type="submit" variant="primary" isPending={useNavigation().state === 'submitting'}>
            {save}
          </Button>
        </div>
      </Form>
    </Page>
  )
}

/** One line for the week and one for the days: each leads to its part of the form. */
function useProblems() {
  const errors = useActionData<typeof action>()?.errors
  const { office: words } = useWords()
  const { refusals, other } = words
  return useMemo(() => {
    const found = Object.entries((errors ?? {}) as Record<string, string>)
    const parts = ['week', 'closedOn'] as const
    return parts.flatMap((part) => {
      const reason = found.find(([field]) => field.startsWith(part))?.[1]
      return reason ? [{ field: part, message: (refusals as Record<string, string>)[reason] ?? other }] : []
    })
  }, [errors, refusals, other])
}

function DayFields({ day }: { day: OfficeWeekday }) {
  const { hours } = useLoaderData<typeof loader>()
  const { office: words } = useWords()
  const name = useLineWords().days[day] ?? ''
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line py-2">
      <span className="w-28 font-bold">{name}</span>
      <TimeField
        name={`opens-${day}`}
        label={words.opensOn(name)}
        isLabelHidden
        hint={undefined}
        defaultValue={hours.week[day]?.opens}
      />
      <span aria-hidden="true">{words.until}</span>
      <TimeField
        name={`closes-${day}`}
        label={words.closesOn(name)}
        isLabelHidden
        hint={undefined}
        defaultValue={hours.week[day]?.closes}
      />
    </div>
  )
}

/** Those that lie ahead; what is past is kept as it was. */
function ClosedDays() {
  const { hours, today } = useLoaderData<typeof loader>()
  const { office: words } = useWords()
  const language = useLanguage()
  const [past, ahead] = [hours.closedOn.filter((on) => on < today), hours.closedOn.filter((on) => on >= today)]
  return (
    <div className="flex flex-col gap-3">
      {past.map((on) => (
        <input key={on} type="hidden" name="closedOn[]" value={on} />
      ))}
      {ahead.map((on) => (
        <CheckboxField
          key={on}
          name="closedOn[]"
          value={on}
          label={words.closedDay(weekdayText(on, today, language))}
          defaultChecked
        />
      ))}
      <DateField id="closedOn" name="closedOn[]" label={words.another} hint={undefined} isOptional />
    </div>
  )
}
