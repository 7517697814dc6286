import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useFormErrors } from '#app/ui/form-errors.tsx'
import { useWords } from '../words.ts'

type SettingsFormProps = {
  exchange: { name: string; addresses: string[] }
  errors?: Record<string, string>
}

export function SettingsForm({ exchange, errors }: SettingsFormProps) {
  const words = useWords()
  const { errorOf, summary } = useFormErrors(errors, words.refusals)
  return (
    <Form method="put" className="flex flex-col gap-4" noValidate>
      {summary}
      <TextField name="name" label={words.name} defaultValue={exchange.name} error={errorOf('name')} />
      <TextArea
        name="addresses"
        label={words.addresses}
        hint={words.addressesHint}
        defaultValue={exchange.addresses.join('\n')}
        error={errorOf('addresses')}
        autoComplete="off"
      />
      <div>
        <Button type="submit" variant="primary">
          {words.save}
        </Button>
      </div>
    </Form>
  )
}
