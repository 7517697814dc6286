import { useEffect, useState } from 'react'
import type { KeptList } from '../kept-papers.ts'
import { keptPath } from '../paper-paths.ts'

/** Which papers this browser has. `never`: it cannot keep any. */
export type KeptHere = { is: 'unknown' } | { is: 'never' } | { is: 'kept'; list: KeptList }

const askEveryMs = 10_000

export function useKeptHere(): KeptHere {
  const [kept, setKept] = useState<KeptHere>({ is: 'unknown' })
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return setKept({ is: 'never' })
    const ask = () => void readKept().then(setKept, () => undefined)
    ask()
    const timer = setInterval(ask, askEveryMs)
    return () => clearInterval(timer)
  }, [])
  return kept
}

/** What answers is in the browser itself; before it is there, the server would say that there is no such page. */
async function readKept(): Promise<KeptHere> {
  if (!navigator.serviceWorker.controller) return { is: 'kept', list: { papers: [], keptAt: 0 } }
  const answer = await fetch(keptPath, { headers: { Accept: 'application/json' } })
  return { is: 'kept', list: (await answer.json()) as KeptList }
}
