import { type RefObject, useState } from 'react'
import { type DraftFields, draftFieldsIn } from '#app/claims/draft-fields.ts'
import { useWords } from '../words.ts'
import { problemText } from './problem-text.ts'

type Errors = Record<string, string>

/** What was refused, by field, as sentences. What is filled in after that is no problem any more. */
export function useProblems(form: RefObject<HTMLFormElement | null>, initial: Errors, draftFields: DraftFields) {
  const words = useWords()
  const [refused, setRefused] = useState({ errors: initial, draftFields })
  /** Those of the last answer: the summary is read out for a new one only. */
  const [answer, setAnswer] = useState(initial)
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
    Object.entries(refused.errors).map(([field, code]) => [
      field,
      problemText(words, { field, code }, refused.draftFields),
    ]),
  )
  return { messages, answer, refuse, settle }
}
