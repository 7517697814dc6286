import { Form, useNavigation } from '@remix-run/react'
import { useMemo, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useUrgentNumberWords } from '../urgent-number-words.ts'
import type { UrgentNumberInput } from '../urgent-numbers.server.ts'

type Props = { number?: UrgentNumberInput; idempotencyKey?: string; errors: Record<string, string>; submit: string }

/** Whom to ring, at what number, and when. */
export function UrgentNumberForm({ number, idempotencyKey, errors, submit }: Props) {
  const [ownKey] = useState(idempotencyKey)
  const isPending = useNavigation().state === 'submitting'
  const { messages, problems } = useRefusals(errors)
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      <ErrorSummary problems={problems} />
      {ownKey && <input type="hidden" name="key" value={ownKey} />}
      <Fields number={number} messages={messages} />
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {submit}
        </Button>
      </div>
    </Form>
  )
}

function Fields({ number, messages }: { number?: UrgentNumberInput; messages: Record<string, string> }) {
  const words = useUrgentNumberWords()
  const field = (name: keyof UrgentNumberInput) => ({
    name,
    label: words[name],
    defaultValue: number?.[name],
    error: messages[name],
    autoComplete: 'off',
  })
  return (
    <>
      <TextField {...field('name')} hint={words.nameHint} maxLength={80} />
      <TextField {...field('phone')} type="tel" maxLength={40} />
      <TextField {...field('ringWhen')} hint={words.ringWhenHint} maxLength={80} isOptional />
      <TextArea {...field('notes')} hint={words.notesHint} maxLength={200} rows={2} isOptional />
    </>
  )
}

/** What was refused: a sentence for each field, and the list above the form, which names the field as well. */
function useRefusals(errors: Record<string, string>) {
  const words = useUrgentNumberWords()
  const messageOf = (reason: string) => sentenceOf(words.refusals, reason, words.refusals.other)
  const messages = Object.fromEntries(Object.entries(errors).map(([field, reason]) => [field, messageOf(reason)]))
  const labels: Record<string, unknown> = words
  // biome-ignore lint/correctness/useExhaustiveDependencies: a fresh array for each answer, so that the focus goes there once
  const problems = useMemo(
    () =>
      Object.entries(messages).map(([field, message]) => ({
        field,
        message: [labels[field], message].filter((part) => typeof part === 'string').join(': '),
      })),
    [errors],
  )
  return { messages, problems }
}
