import { type End, trades, verdictClasses } from '#app/triage/protocol.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { CheckboxField, RadioCards } from '#app/ui/choice.tsx'
import { NumberField, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { useWords } from '../words.ts'
import { type FieldsProps, useEndOptions } from './question-form.tsx'

export function EndFields({ part, protocol, errorOf, id }: FieldsProps<End> & { id: string }) {
  const { form } = useWords()
  const { classes } = useTriageWords()
  const raised = useEndOptions(protocol).filter(({ value }) => value !== id)
  return (
    <>
      <RadioCards
        name="class"
        label={form.class}
        columns={2}
        defaultValue={part.class}
        options={verdictClasses.map((value) => ({ value, label: classes[value] }))}
      />
      <NumberField
        name="hours"
        label={form.hours}
        hint={form.hoursHint}
        unit={form.hoursUnit}
        defaultValue={part.hours ?? ''}
        error={errorOf('hours')}
      />
      <Texts part={part} errorOf={errorOf} />
      <Trades part={part} error={errorOf('trades')} />
      <NumberField
        name="ringBackMinutes"
        label={form.ringBackMinutes}
        hint={form.ringBackHint}
        unit={form.minutes}
        defaultValue={part.ringBackMinutes ?? ''}
        error={errorOf('ringBackMinutes')}
      />
      <CheckboxField name="isOwnAccount" label={form.isOwnAccount} defaultChecked={part.isOwnAccount} />
      <SelectField
        name="raised"
        label={form.raised}
        options={[{ value: '', label: form.notRaised }, ...raised]}
        defaultValue={part.raised ?? ''}
        error={errorOf('raised')}
      />
    </>
  )
}

/** What is said of it and to the caller. */
function Texts({ part, errorOf }: Omit<FieldsProps<End>, 'protocol'>) {
  const { form } = useWords()
  return (
    <>
      <TextField
        name="because"
        label={form.because}
        defaultValue={part.because}
        error={errorOf('because')}
        maxLength={400}
      />
      <TextArea name="say" label={form.say} defaultValue={part.say} error={errorOf('say')} maxLength={1500} />
      <TextArea
        name="safety"
        label={form.safety}
        hint={form.safetyHint}
        defaultValue={part.safety.join('\n')}
        error={errorOf('safety')}
      />
      <TextArea name="worse" label={form.worse} defaultValue={part.worse} error={errorOf('worse')} maxLength={400} />
    </>
  )
}

function Trades({ part, error }: { part: End; error?: string }) {
  const { form } = useWords()
  const { trades: names } = useTriageWords()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-bold">{form.trades}</legend>
      {error && <p className="text-sm font-bold text-attention-ink">{error}</p>}
      <div className="grid gap-x-4 sm:grid-cols-2">
        {trades.map((trade) => (
          <CheckboxField
            key={trade}
            name="trades[]"
            value={trade}
            label={names[trade]}
            defaultChecked={part.trades.includes(trade)}
          />
        ))}
      </div>
    </fieldset>
  )
}
