import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useWords } from '../words.ts'

/** What a form of an exchange was refused for: on top of it, and for each field. */
export function useFormErrors(errors: Record<string, string> = {}) {
  const { refusals } = useWords()
  const errorOf = (field: string) => errors[field] && (refusals[errors[field]] ?? refusals.other)
  const problems = Object.keys(errors).map((field) => ({ field, message: errorOf(field) ?? '' }))
  return { errorOf, summary: problems.length > 0 ? <ErrorSummary problems={problems} /> : null }
}
