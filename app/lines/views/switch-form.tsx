import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, RadioCards } from '#app/ui/choice.tsx'
import { DateField, SelectField, type SelectOption, TimeField } from '#app/ui/field.tsx'
import { useFormErrors } from '#app/ui/form-errors.tsx'
import { switchKinds } from '../line.ts'
import { useWords } from '../words.ts'

export type SwitchFormProps = { desks: SelectOption[]; errors?: Record<string, string> }

export function SwitchForm({ desks, errors }: SwitchFormProps) {
  const words = useWords()
  const { errorOf, summary } = useFormErrors(errors, words.refusals)
  const options = switchKinds.map((value) => ({
    value,
    label: words.switchKinds[value],
    hint: words.switchHints[value],
    isDisabled: value === 'redirected' && desks.length === 0,
  }))
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      {summary}
      <RadioCards name="kind" label={words.kind} options={options} error={errorOf('kind')} />
      {desks.length > 0 && (
        <SelectField
          name="deskId"
          label={words.desk}
          options={[{ value: '', label: '' }, ...desks]}
          error={errorOf('deskId')}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <DateField name="untilDate" label={words.switchUntilDate} error={errorOf('untilDate')} />
        <TimeField name="untilTime" label={words.switchUntilTime} error={errorOf('untilTime')} />
      </div>
      <p className="text-sm text-ink-soft">{words.switchUntilHint}</p>
      {errors?.isSure && (
        <CheckboxField id="isSure" name="isSure" label={words.confirmClosed} error={errorOf('isSure')} />
      )}
      <div>
        <Button type="submit" variant="primary" isPending={useNavigation().formMethod === 'POST'}>
          {words.switchNow}
        </Button>
      </div>
    </Form>
  )
}
