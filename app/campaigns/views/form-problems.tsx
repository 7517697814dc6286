import { useMemo, useRef } from 'react'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useRefusal } from './use-refusal.ts'

type Answer = { ok: false; errors?: Record<string, string>; reason?: string } | { ok: true } | undefined

/** What is wrong with a form, on top of it: each line leads to its field. `idOf` turns a field's name into the id of its control. */
export function FormProblems({ answer, idOf = defaultId }: { answer: Answer; idOf?: (field: string) => string }) {
  const refusalText = useRefusal()
  const latest = useRef({ refusalText, idOf })
  latest.current = { refusalText, idOf }
  // Fresh for each answer of the server, and only then: it takes the focus.
  const problems = useMemo(() => {
    if (!answer || answer.ok) return []
    const fields = Object.entries(answer.errors ?? {}).map(([field, code]) => ({
      field: latest.current.idOf(field),
      message: latest.current.refusalText(code) ?? '',
    }))
    return answer.reason ? [{ message: latest.current.refusalText(answer.reason) ?? '' }, ...fields] : fields
  }, [answer])
  return <ErrorSummary problems={problems} />
}

export const errorsOf = (answer: Answer): Record<string, string> => (answer && !answer.ok ? (answer.errors ?? {}) : {})

// The times of all days share one place.
const defaultId = (field: string) => (field.startsWith('windows') ? 'windows' : field)
