import { useEffect, useRef } from 'react'
import type { NotClaimed } from '../why-not-claimed.server.ts'
import { type Ended, isEnded, post } from './post.ts'

const typedLatelyMs = 10 * 60_000

type Options = {
  to: string
  fence: number
  /** Well within the lease, so that one renewal may fail. */
  everyMs: number
  isOn: boolean
  /** With the name of who has the row now. */
  onLost: (holder: string | null) => void
  /** Told once: it is not renewed after it. */
  onEnded: (why: Ended) => void
}

/** Renews the lease while the form is in sight or was typed in lately; says so when somebody else has it. */
export function useLease({ to, fence, everyMs, isOn, onLost, onEnded }: Options) {
  const told = useRef({ onLost, onEnded })
  told.current = { onLost, onEnded }
  useEffect(() => {
    if (!isOn) return
    let typedAt = Date.now()
    const noteTyping = () => {
      typedAt = Date.now()
    }
    const renew = async () => {
      const isInUse = document.visibilityState === 'visible' || Date.now() - typedAt < typedLatelyMs
      if (!isInUse) return
      const answer = await post<{ ok: true } | NotClaimed>(to, new URLSearchParams({ fence: String(fence) }))
      if ('got' in answer) return answer.got.ok || told.current.onLost(answer.got.by)
      if (!isEnded(answer.failed)) return
      clearInterval(timer)
      told.current.onEnded(answer.failed)
    }
    const onSight = () => document.visibilityState === 'visible' && void renew()
    const timer = setInterval(() => void renew(), everyMs)
    document.addEventListener('input', noteTyping)
    document.addEventListener('visibilitychange', onSight)
    return () => {
      clearInterval(timer)
      document.removeEventListener('input', noteTyping)
      document.removeEventListener('visibilitychange', onSight)
    }
  }, [to, fence, everyMs, isOn])
}
