import { useCallback, useEffect, useState } from 'react'

/**
 * What the last form came to. News of a colleague loads the page again, which would wipe it: here it stays until the
 * next answer. `touch` forgets that it went well, since something has been typed after it.
 */
export function useLastAnswer<Answer extends { ok: boolean }>(answer: Answer | undefined) {
  const [kept, setKept] = useState(answer)
  useEffect(() => {
    if (answer) setKept(answer)
  }, [answer])
  const touch = useCallback(() => setKept((last) => (last?.ok ? undefined : last)), [])
  return { answer: kept, touch }
}
