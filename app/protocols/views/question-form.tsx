import { outlineOf } from '#app/triage/outline.ts'
import type { Protocol, Question } from '#app/triage/protocol.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioCards } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SelectField, type SelectOption, TextArea } from '#app/ui/field.tsx'
import { Row } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'
import { useEndName } from './end-badge.tsx'

export type FieldsProps<Part> = { part: Part; protocol: Protocol; errorOf: (field: string) => string | undefined }

/** Everything an answer can lead to, by name: questions in their order, then ends by their number. */
export function useTargets(protocol: Protocol, except?: string): SelectOption[] {
  const { path } = useWords()
  const endName = useEndName()
  const rows = outlineOf(protocol)
  const shown = new Set(rows.map(({ id }) => id))
  const unused = Object.entries(protocol.questions).filter(([id]) => !shown.has(id))
  return [
    ...rows.map(({ id, number, question }) => ({
      value: id,
      label: `${path.question(number)}: ${question.ask || path.noText}`,
    })),
    ...unused.map(([id, { ask }]) => ({ value: id, label: ask || path.noText })),
    ...useEnds(protocol, endName),
  ].filter(({ value }) => value !== except)
}

const useEnds = (protocol: Protocol, endName: ReturnType<typeof useEndName>): SelectOption[] =>
  Object.entries(protocol.ends)
    .sort(([, one], [, other]) => one.rule - other.rule)
    .map(([value, end]) => ({ value, label: endName(end) }))

export function useEndOptions(protocol: Protocol): SelectOption[] {
  return useEnds(protocol, useEndName())
}

export function QuestionFields({ part, protocol, errorOf, id }: FieldsProps<Question> & { id: string }) {
  const { form } = useWords()
  const targets = useTargets(protocol, id)
  const leads = { options: targets, placeholder: '' }
  return (
    <>
      <TextArea name="ask" label={form.ask} defaultValue={part.ask} error={errorOf('ask')} maxLength={400} />
      <TextArea name="why" label={form.why} hint={form.whyHint} defaultValue={part.why} error={errorOf('why')} />
      <RadioCards
        name="dangerous"
        label={form.dangerous}
        hint={form.dangerousHint}
        columns={2}
        defaultValue={part.dangerous}
        options={[
          { value: 'yes', label: form.dangerousYes },
          { value: 'no', label: form.dangerousNo },
        ]}
      />
      <SelectField {...leads} name="yes" label={form.yes} defaultValue={part.yes} error={errorOf('yes')} />
      <SelectField {...leads} name="no" label={form.no} defaultValue={part.no} error={errorOf('no')} />
      <Insert />
    </>
  )
}

/** Keeps what was typed, and adds something behind an answer. */
function Insert() {
  const { form } = useWords()
  const { answers } = useTriageWords()
  return (
    <Disclosure label={form.insert}>
      <p className="text-sm text-ink-soft">{form.insertHint}</p>
      {(['yes', 'no'] as const).map((answer) => (
        <Row key={answer}>
          <Button type="submit" name="do" value={`question-${answer}`} icon="plus">
            {form.insertQuestion(answers[answer])}
          </Button>
          <Button type="submit" name="do" value={`end-${answer}`} icon="plus">
            {form.insertEnd(answers[answer])}
          </Button>
        </Row>
      ))}
    </Disclosure>
  )
}
