import { Form, useNavigation } from '@remix-run/react'
import type { TriageKind } from '#app/triage/kinds.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { useFormErrors } from '#app/ui/form-errors.tsx'
import type { SignalKind } from '../signals.ts'
import { useWords } from '../words.ts'

type Props = {
  kind: TriageKind
  corporationId: number | null
  signal: SignalKind | null
  place: string
  about: string | null
  formKey: string
  names: { id: number; name: string }[]
  refused?: { errors: Record<string, string>; typed: { words: string; corporation: string } }
}

export function SuggestionForm({ kind, corporationId, signal, place, about, formKey, names, refused }: Props) {
  const { suggestion: words, signalNames, suggestions } = useWords()
  const { errorOf, summary } = useFormErrors(refused?.errors, words.errors)
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      {summary}
      <Hidden fields={{ key: formKey, kind, signal: signal ?? '', place }} />
      {signal && (
        <p className="text-ink-soft">
          {suggestions.about(signalNames[signal])}
          {about && ` · ‘${about}’`}
        </p>
      )}
      <SelectField
        name="corporation"
        label={words.corporation}
        placeholder=""
        defaultValue={refused?.typed.corporation ?? firstOf(names, corporationId)}
        options={names.map(({ id, name }) => ({ value: String(id), label: name }))}
        error={errorOf('corporation')}
      />
      <TextArea
        name="words"
        label={words.words}
        hint={words.hint}
        rows={6}
        maxLength={2000}
        defaultValue={refused?.typed.words}
        error={errorOf('words')}
      />
      <div>
        <Button type="submit" variant="primary" isPending={useNavigation().formMethod === 'POST'}>
          {words.send}
        </Button>
      </div>
    </Form>
  )
}

/** The one that was looked at, or the only one there is. */
const firstOf = (names: Props['names'], corporationId: number | null) =>
  String(corporationId ?? (names.length === 1 ? names[0]?.id : ''))

const Hidden = ({ fields }: { fields: Record<string, string> }) =>
  Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
