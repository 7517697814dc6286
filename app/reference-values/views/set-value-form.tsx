import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { DateField, TextField } from '#app/ui/field.tsx'
import { useFormErrors } from '#app/ui/form-errors.tsx'
import { nationalValues } from '../national-values.ts'
import { type ValueKey, type ValueType, valueTypeOf } from '../value-keys.ts'
import { useWords } from '../words.ts'
import type { ShownNow } from './value-now.tsx'

type Refused = { errors: Record<string, string>; typed: { value: string; fromOn: string } }
type Props = { now: ShownNow; hasOwn: boolean; today: string; refused?: Refused }

/** What holds, and from which day; or that the corporation has nothing of its own any more. */
export function SetValueForm({ now: { key }, hasOwn, today, refused }: Props) {
  const words = useWords()
  const { errorOf, summary } = useFormErrors(refused?.errors, words.refusals)
  const type = valueTypeOf(key)
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      {summary}
      <TextField
        name="value"
        label={words.fields[type]}
        hint={words.hints[type]}
        {...controls[type]}
        autoComplete="off"
        defaultValue={refused?.typed.value}
        error={errorOf('value')}
      />
      <DateField
        name="fromOn"
        label={words.from}
        min={today}
        defaultValue={refused?.typed.fromOn ?? today}
        error={errorOf('fromOn')}
      />
      {hasOwn && <CheckboxField name="isNone" label={words.none} hint={words.noneHint[withoutOwn(key)]} />}
      <div>
        <Button type="submit" variant="primary" isPending={useNavigation().formMethod === 'POST'}>
          {words.save}
        </Button>
      </div>
    </Form>
  )
}

const controls: Record<ValueType, { type?: string; inputMode?: 'decimal'; maxLength: number }> = {
  phone: { type: 'tel', maxLength: 40 },
  amount: { inputMode: 'decimal', maxLength: 12 },
  text: { maxLength: 200 },
}

function withoutOwn(key: ValueKey): 'national' | 'office-hours' | 'missing' {
  if (key === 'office-hours') return 'office-hours'
  return nationalValues.some((one) => one.key === key) ? 'national' : 'missing'
}
