import { Form, useNavigation } from '@remix-run/react'
import { useMemo, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { Agency } from '../agencies.server.ts'
import { useWords } from '../words.ts'

type WrittenAgency = Omit<Agency, 'checkedAt'>
type AgencyFormProps = {
  agency?: WrittenAgency
  idempotencyKey?: string
  errors: Record<string, string>
  submit: string
}

export function AgencyForm({ agency, idempotencyKey, errors, submit }: AgencyFormProps) {
  const [ownKey] = useState(idempotencyKey)
  const isPending = useNavigation().state === 'submitting'
  const { messages, problems } = useRefusals(errors)
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      <ErrorSummary problems={problems} />
      {ownKey && <input type="hidden" name="key" value={ownKey} />}
      <AgencyFields agency={agency} messages={messages} />
      <Button type="submit" variant="primary" isPending={isPending}>
        {submit}
      </Button>
    </Form>
  )
}

type FieldsProps = { agency: WrittenAgency | undefined; messages: Record<string, string> }

function AgencyFields({ agency, messages }: FieldsProps) {
  const words = useWords().agencies
  return (
    <>
      <TextField
        name="name"
        label={words.name}
        defaultValue={agency?.name}
        error={messages.name}
        maxLength={200}
        autoComplete="off"
      />
      <TextArea
        name="helpsWith"
        label={words.helpsWith}
        hint={words.helpsWithHint}
        defaultValue={agency?.helpsWith}
        error={messages.helpsWith}
        maxLength={500}
        isOptional
      />
      <TextField
        name="municipality"
        label={words.municipality}
        hint={words.municipalityHint}
        defaultValue={agency?.municipality}
        error={messages.municipality}
        maxLength={100}
        autoComplete="off"
        isOptional
      />
      <ReachFields agency={agency} messages={messages} />
    </>
  )
}

/** How and when they are reached. */
function ReachFields({ agency, messages }: FieldsProps) {
  const words = useWords().agencies
  return (
    <>
      <TextField
        name="openingHours"
        label={words.openingHours}
        hint={words.openingHoursHint}
        defaultValue={agency?.openingHours}
        error={messages.openingHours}
        maxLength={200}
        autoComplete="off"
        isOptional
      />
      <TextField
        name="phone"
        type="tel"
        label={words.phone}
        defaultValue={agency?.phone ?? ''}
        error={messages.phone}
        autoComplete="off"
        isOptional
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        defaultValue={agency?.email ?? ''}
        error={messages.email}
        autoComplete="off"
        isOptional
      />
    </>
  )
}

/** What was refused: a sentence for each field, and the list above the form, which names the field as well. */
function useRefusals(errors: Record<string, string>) {
  const words = useWords()
  const messageOf = (reason: string) => sentenceOf(words.refusals, reason, words.refusals.other)
  const messages = Object.fromEntries(Object.entries(errors).map(([field, reason]) => [field, messageOf(reason)]))
  const labels: Record<string, unknown> = words.agencies
  // biome-ignore lint/correctness/useExhaustiveDependencies: a fresh array for each answer, so that the focus goes there once
  const problems = useMemo(
    () =>
      Object.entries(messages).map(([field, message]) => ({
        field,
        message: `${typeof labels[field] === 'string' ? labels[field] : ''} ${message}`.trim(),
      })),
    [errors],
  )
  return { messages, problems }
}
