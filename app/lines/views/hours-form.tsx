import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { DateField, FieldError, SelectField, type SelectOption, TimeField } from '#app/ui/field.tsx'
import { useFormErrors } from '#app/ui/form-errors.tsx'
import { repeatedDays } from '../line.ts'
import { useWords } from '../words.ts'

type HoursFormProps = { desks: SelectOption[]; errors?: Record<string, string> }

export function HoursForm({ desks, errors }: HoursFormProps) {
  const words = useWords()
  const { errorOf, summary } = useFormErrors(errors, words.refusals)
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      {summary}
      <Days error={errorOf('days')} />
      <DateField name="date" label={words.ownDay} error={errorOf('date')} />
      <div className="flex flex-wrap gap-3">
        <TimeField name="opens" label={words.opens} error={errorOf('opens')} />
        <TimeField name="closes" label={words.closes} error={errorOf('closes')} />
      </div>
      <p className="text-sm text-ink-soft">{words.closesHint}</p>
      <SelectField name="deskId" label={words.desk} options={desks} error={errorOf('deskId')} />
      <CheckboxField name="isClosed" label={words.isClosed} />
      <div>
        <Button type="submit" variant="primary" isPending={useNavigation().formMethod === 'POST'}>
          {words.save}
        </Button>
      </div>
    </Form>
  )
}

function Days({ error }: { error?: string }) {
  const words = useWords()
  return (
    <fieldset id="days" tabIndex={-1} aria-describedby={error && 'days-error'}>
      <legend className="mb-1 font-bold">{words.chooseDays}</legend>
      {error && <FieldError id="days-error">{error}</FieldError>}
      <div className="grid grid-cols-2 gap-x-4">
        {repeatedDays.map((day) => (
          <CheckboxField key={day} name="days[]" value={day} label={words.days[day]} />
        ))}
      </div>
    </fieldset>
  )
}
