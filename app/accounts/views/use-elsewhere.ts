import { useEffect, useState } from 'react'
import { ourOrigin } from '#app/core/our-origin.ts'

/** Whether the browser opened us at another address than ours. Only it knows: a proxy may have changed what we were asked by. */
export function useElsewhere(ourAddress: string) {
  const [isElsewhere, setIsElsewhere] = useState(false)
  useEffect(() => {
    setIsElsewhere(window.location.origin !== ourOrigin(window.location, new URL(ourAddress)))
  }, [ourAddress])
  return isElsewhere
}
