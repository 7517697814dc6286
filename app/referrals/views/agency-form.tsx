import { Form, useNavigation } from '@remix-run/react'
import { useMemo, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { Agency } from '../agencies.server.ts'
import { useWords } from '../words.ts'

type AgencyFormProps = { agency?: Agency; idempotencyKey?: string; errors: Record<string, string>; submit: string }

export function AgencyForm({ agency, idempotencyKey, errors, submit }: AgencyFormProps) {
  const all = useWords()
  const words = all.agencies
  const [ownKey] = useState(idempotencyKey)
  const isPending = useNavigation().state === 'submitting'
  const refusalText = (reason: string) => sentenceOf(all.refusals, reason, all.refusals.other)
  const error = (field: string) => errors[field] && refusalText(errors[field])
  const labels: Record<string, string> = words
  // biome-ignore lint/correctness/useExhaustiveDependencies: a fresh array for each answer, so that the focus goes there once
  const problems = useMemo(
    () =>
      Object.entries(errors).map(([field, reason]) => ({
        field,
        message: `${labels[field] ?? ''} ${refusalText(reason)}`.trim(),
      })),
    [errors],
  )
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      <ErrorSummary problems={problems} />
      {ownKey && <input type="hidden" name="key" value={ownKey} />}
      <TextField
        name="name"
        label={words.name}
        defaultValue={agency?.name}
        error={error('name')}
        maxLength={200}
        autoComplete="off"
      />
      <TextArea
        name="helpsWith"
        label={words.helpsWith}
        hint={words.helpsWithHint}
        defaultValue={agency?.helpsWith}
        error={error('helpsWith')}
        maxLength={500}
        isOptional
      />
      <TextField
        name="phone"
        type="tel"
        label={words.phone}
        defaultValue={agency?.phone ?? ''}
        error={error('phone')}
        autoComplete="off"
        isOptional
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        defaultValue={agency?.email ?? ''}
        error={error('email')}
        autoComplete="off"
        isOptional
      />
      <Button type="submit" variant="primary" isPending={isPending}>
        {submit}
      </Button>
    </Form>
  )
}
