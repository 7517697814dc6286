import { type RefObject, useState } from 'react'
import { type DraftFields, draftFieldsIn } from '../draft-fields.ts'

type Errors = Record<string, string>
type Opened = { errors: Errors; draftFields: DraftFields }
/** A refusal as a sentence. */
type SentenceOf = (problem: { field: string; code: string }, draftFields: DraftFields) => string

/** What was refused, by field, as sentences. What is filled in after that is no problem any more. */
export function useProblems(form: RefObject<HTMLFormElement | null>, opened: Opened, sentenceOf: SentenceOf) {
  const { draftFields } = opened
  const [refused, setRefused] = useState(opened)
  /** Those of the last answer: the summary is read out for a new one only. */
  const [answer, setAnswer] = useState(opened.errors)
  const refuse = (errors: Errors) => {
    setRefused({ errors, draftFields: form.current ? draftFieldsIn(new FormData(form.current)) : draftFields })
    setAnswer(errors)
  }
  const settle = (field: string) =>
    setRefused((before) => {
      if (!(field in before.errors)) return before
      const { [field]: _, ...errors } = before.errors
      return { ...before, errors }
    })
  const messages = Object.fromEntries(
    Object.entries(refused.errors).map(([field, code]) => [field, sentenceOf({ field, code }, refused.draftFields)]),
  )
  return { messages, answer, refuse, settle }
}
