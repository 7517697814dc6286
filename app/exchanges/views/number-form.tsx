import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { SelectField, type SelectOption, TextArea } from '#app/ui/field.tsx'
import { useFormErrors } from '#app/ui/form-errors.tsx'
import { useWords } from '../words.ts'

type NumberFormProps = { choices: SelectOption[]; errors?: Record<string, string> }

/** Several numbers at once that ring one line. */
export function NumberForm({ choices, errors }: NumberFormProps) {
  const words = useWords()
  const { errorOf, summary } = useFormErrors(errors, words.refusals)
  if (choices.length === 0) return <p className="text-ink-soft">{words.noLines}</p>
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      {summary}
      <SelectField
        name="line"
        label={words.line}
        placeholder={words.chooseLine}
        options={choices}
        error={errorOf('line')}
      />
      <TextArea
        name="numbers"
        label={words.numbersField}
        hint={words.numbersHint}
        error={errorOf('numbers')}
        autoComplete="off"
      />
      <CheckboxField name="isAny" label={words.isAny} />
      <div>
        <Button type="submit" variant="primary">
          {words.addNumbers}
        </Button>
      </div>
    </Form>
  )
}
