import { useMemo } from 'react'
import { sentenceOf } from './catalogue.ts'
import { ErrorSummary } from './error-summary.tsx'

/**
 * What a form was refused for: all of it, to stand on top, and the sentence for each field. `errors`: codes by field, `form`
 * for what is wrong with all of it; `refusals`: the sentences by code, with `other` for any that is not among them.
 */
export function useFormErrors(errors: Record<string, string> | undefined, refusals: Readonly<Record<string, string>>) {
  const errorOf = (field: string) =>
    errors?.[field] ? sentenceOf(refusals, errors[field], refusals.other ?? '') : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: a fresh array for each answer, so that the focus goes there once
  const problems = useMemo(
    () =>
      Object.keys(errors ?? {}).map((field) => ({
        field: field === 'form' ? undefined : field,
        message: errorOf(field) ?? '',
      })),
    [errors],
  )
  return { errorOf, summary: <ErrorSummary problems={problems} /> }
}
