import { type Circumstance, circumstances } from '#app/triage/circumstances.ts'
import { outlineOf } from '#app/triage/outline.ts'
import { answers, type Example } from '#app/triage/protocol.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { useWords } from '../words.ts'
import { type FieldsProps, useEndOptions, useTargets } from './question-form.tsx'

export function ExampleFields({ part, protocol, errorOf }: FieldsProps<Example>) {
  const { form, path } = useWords()
  const triage = useTriageWords()
  const options = [
    { value: '', label: form.notAsked },
    ...answers.map((value) => ({ value, label: triage.answers[value] })),
  ]
  return (
    <>
      <TextField name="title" label={form.title} defaultValue={part.title} error={errorOf('title')} maxLength={400} />
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="mb-1 font-bold">{form.answers}</legend>
        {outlineOf(protocol).map(({ id, question }) => (
          <SelectField
            key={id}
            name={`answer-${id}`}
            label={question.ask || path.noText}
            options={options}
            defaultValue={part.answers[id] ?? ''}
          />
        ))}
      </fieldset>
      <CircumstanceChoice name="circumstances[]" label={form.circumstances} chosen={part.circumstances} />
      <SelectField
        name="end"
        label={form.expected}
        options={useEndOptions(protocol)}
        placeholder=""
        defaultValue={part.end}
        error={errorOf('end')}
      />
    </>
  )
}

type ChoiceProps = { name: string; label: string; hint?: string; chosen: readonly Circumstance[] }

function CircumstanceChoice({ name, label, hint, chosen }: ChoiceProps) {
  const triage = useTriageWords()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-bold">{label}</legend>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
      {circumstances.map((one) => (
        <CheckboxField
          key={one}
          name={name}
          value={one}
          label={triage.circumstances[one]}
          defaultChecked={chosen.includes(one)}
        />
      ))}
    </fieldset>
  )
}

export function WordsFields({ part, errorOf }: Omit<FieldsProps<string[]>, 'protocol'>) {
  const { form } = useWords()
  return (
    <TextArea
      name="words"
      label={form.words}
      hint={form.wordsHint}
      defaultValue={part.join('\n')}
      error={errorOf('words')}
    />
  )
}

export function RaisesFields({ part }: { part: Circumstance[] }) {
  const { form } = useWords()
  return <CircumstanceChoice name="raises[]" label={form.raises} hint={form.raisesHint} chosen={part} />
}

export function StartFields({ part, protocol, errorOf }: FieldsProps<string>) {
  const { form } = useWords()
  return (
    <>
      <SelectField
        name="start"
        label={form.start}
        options={useTargets(protocol)}
        defaultValue={part}
        error={errorOf('start')}
      />
      <div>
        <Button type="submit" name="do" value="question-start" icon="plus">
          {form.insertFirst}
        </Button>
      </div>
    </>
  )
}
