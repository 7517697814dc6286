import { useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { FieldError, NumberField, TimeField } from '#app/ui/field.tsx'
import { Columns, Stack } from '#app/ui/page.tsx'
import { type Policy, type Weekday, weekdays } from '../calling-policy.ts'
import { useWords } from '../words.ts'
import { useRefusal } from './use-refusal.ts'

type Errors = Record<string, string>
type PolicyFieldsProps = { policy: Policy; errors: Errors }

/** How often and when people are called; `readPolicy` reads it back. */
export function PolicyFields({ policy, errors }: PolicyFieldsProps) {
  const words = useWords().policy
  return (
    <Stack gap="wide">
      <Columns>
        <AttemptFields policy={policy} errors={errors} />
        <RestFields policy={policy} errors={errors} />
      </Columns>
      <WindowFields policy={policy} errors={errors} />
      <CheckboxField name="onPublicHolidays" label={words.holidays} defaultChecked={policy.onPublicHolidays} />
    </Stack>
  )
}

/** How often one home is tried. */
function AttemptFields({ policy, errors }: PolicyFieldsProps) {
  const words = useWords().policy
  const refusalText = useRefusal()
  const refusal = (field: string) => refusalText(errors[field])
  return (
    <Stack>
      <NumberField
        name="maxAttempts"
        label={words.attempts}
        hint={words.attemptsHint}
        unit={words.attemptsUnit}
        defaultValue={policy.maxAttempts}
        error={refusal('maxAttempts')}
      />
      <NumberField
        name="hoursBetween"
        label={words.hoursBetween}
        unit={words.hoursUnit}
        defaultValue={policy.hoursBetween}
        error={refusal('hoursBetween')}
      />
      <CheckboxField
        name="otherPartOfDay"
        label={words.otherPart}
        hint={words.otherPartHint}
        defaultChecked={policy.otherPartOfDay}
      />
    </Stack>
  )
}

/** How long a home is left alone afterwards, and how long a caller may keep it. */
function RestFields({ policy, errors }: PolicyFieldsProps) {
  const words = useWords().policy
  const refusalText = useRefusal()
  const refusal = (field: string) => refusalText(errors[field])
  return (
    <Stack>
      <NumberField
        name="restDays"
        label={words.rest}
        hint={words.restHint}
        unit={words.daysUnit}
        defaultValue={policy.restDays}
        error={refusal('restDays')}
      />
      <NumberField
        name="leaseMinutes"
        label={words.lease}
        hint={words.leaseHint}
        unit={words.minutesUnit}
        defaultValue={policy.leaseMinutes}
        error={refusal('leaseMinutes')}
      />
    </Stack>
  )
}

export function WindowFields({ policy, errors }: { policy: Pick<Policy, 'windows'>; errors: Errors }) {
  const words = useWords().policy
  const refusalText = useRefusal()
  const wrong = Object.entries(errors).find(([field]) => field.startsWith('windows'))
  return (
    <fieldset id="windows" tabIndex={-1} aria-describedby={wrong && 'windows-error'} className="flex flex-col gap-2">
      <legend className="font-bold">{words.windows}</legend>
      <p className="mb-1 text-sm text-ink-soft">{words.windowsHint}</p>
      {wrong && <FieldError id="windows-error">{refusalText(wrong[1])}</FieldError>}
      {weekdays.map((day) => (
        <DayWindows key={day} day={day} windows={policy.windows[day] ?? []} />
      ))}
    </fieldset>
  )
}

function DayWindows({ day, windows }: { day: Weekday; windows: { from: string; to: string }[] }) {
  const all = useWords()
  const words = all.policy
  const [count, setCount] = useState(Math.max(1, windows.length))
  const name = all.weekdays[day]
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line py-2">
      <span className="w-28 font-bold">{name}</span>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a period of the day has no name but its index
        <span key={index} className="flex flex-wrap items-center gap-2">
          <TimeField
            name={`from-${day}[]`}
            id={`from-${day}-${index}`}
            label={words.fromOn(name)}
            isLabelHidden
            hint={undefined}
            defaultValue={windows[index]?.from}
          />
          <span aria-hidden="true">{words.until}</span>
          <TimeField
            name={`to-${day}[]`}
            id={`to-${day}-${index}`}
            label={words.toOn(name)}
            isLabelHidden
            hint={undefined}
            defaultValue={windows[index]?.to}
          />
        </span>
      ))}
      {count < 3 && (
        <Button variant="plain" icon="plus" onClick={() => setCount(count + 1)}>
          {words.addWindow}
          <span className="sr-only">: {name}</span>
        </Button>
      )}
    </div>
  )
}
