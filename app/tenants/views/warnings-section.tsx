import { Form, useFetcher } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { RadioCards } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/page.tsx'
import { type HomeWarning, warningKinds } from '../home-warning.ts'
import { useWarningWords } from '../warning-words.ts'
import { WarningBanner } from './home-warnings.tsx'

type Props = { tenantId: string; homeId: string; warnings: HomeWarning[]; days: { today: string; last: string } }

/** What whoever rings or goes to this home is warned of, and adding or ending it. */
export function WarningsSection({ tenantId, homeId, warnings, days }: Props) {
  const words = useWarningWords()
  return (
    <Section title={words.section} lead={words.sectionLead} isPanel>
      {warnings.map((warning) => (
        <WarningBanner
          key={warning.id}
          warning={warning}
          action={
            <Form method="post" action={`/warnings/${warning.id}/ending`} noValidate>
              <input type="hidden" name="tenantId" value={tenantId} />
              <Button type="submit" aria-label={`${words.end}: ${words.kinds[warning.kind]}`}>
                {words.end}
              </Button>
            </Form>
          }
        />
      ))}
      <Disclosure key={warnings.length} label={words.add}>
        <WarningForm tenantId={tenantId} homeId={homeId} days={days} />
      </Disclosure>
    </Section>
  )
}

function WarningForm({ tenantId, homeId, days }: Omit<Props, 'warnings'>) {
  const words = useWarningWords()
  const fetcher = useFetcher<{ ok: false; errors: Record<string, string> }>()
  const errorOf = (field: string) => {
    const code = fetcher.data?.errors[field]
    return code && (words.refusals[code] ?? words.refusals.other)
  }
  return (
    <fetcher.Form method="post" action={`/tenants/${tenantId}/warnings`} noValidate className="flex flex-col gap-4">
      <input type="hidden" name="homeId" value={homeId} />
      <RadioCards
        name="warningKind"
        label={words.kind}
        error={errorOf('warningKind')}
        options={warningKinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <TextArea
        id="warning-reason"
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        error={errorOf('reason')}
        maxLength={500}
        autoComplete="off"
      />
      <DateField
        name="until"
        label={words.lastDay}
        hint={words.lastDayHint}
        error={errorOf('until')}
        min={days.today}
        max={days.last}
      />
      <div>
        <Button type="submit" isPending={fetcher.state !== 'idle'}>
          {words.save}
        </Button>
      </div>
    </fetcher.Form>
  )
}
