import type { Circumstance } from '#app/triage/circumstances.ts'
import type { End, Example, Protocol, Question } from '#app/triage/protocol.ts'
import type { PartPlace } from '../patch.ts'
import { EndFields } from './end-form.tsx'
import { ExampleFields, RaisesFields, StartFields, WordsFields } from './other-forms.tsx'
import { QuestionFields } from './question-form.tsx'

type PartFieldsProps = {
  place: PartPlace
  part: unknown
  protocol: Protocol
  errorOf: (field: string) => string | undefined
}

/** The fields of whatever stands at a place. */
export function PartFields({ place, part, ...rest }: PartFieldsProps) {
  const id = place.slice(place.indexOf('.') + 1)
  if (place.startsWith('questions.')) return <QuestionFields part={part as Question} id={id} {...rest} />
  if (place.startsWith('ends.')) return <EndFields part={part as End} id={id} {...rest} />
  if (place.startsWith('examples.')) return <ExampleFields part={part as Example} {...rest} />
  if (place === 'words') return <WordsFields part={part as string[]} errorOf={rest.errorOf} />
  if (place === 'raises') return <RaisesFields part={part as Circumstance[]} />
  return <StartFields part={String(part)} {...rest} />
}
