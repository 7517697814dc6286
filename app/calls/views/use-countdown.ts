import { useCallback, useEffect, useRef, useState } from 'react'

const seconds = 4
const tickMs = 200

/** A few seconds in which one can still go back; when the page closes meanwhile, it counts as done. */
export function useCountdown<What>(onEnd: (what: What) => void, onLeave: (what: What) => void) {
  const [running, setRunning] = useState<{ what: What; left: number; isPaused: boolean } | null>(null)
  const latest = useRef({ onEnd, onLeave, running })
  latest.current = { onEnd, onLeave, running }
  const finish = useCallback((what: What) => {
    setRunning(null)
    latest.current.onEnd(what)
  }, [])
  const isRunning = running !== null && !running.isPaused

  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => {
      const now = latest.current.running
      if (!now) return
      if (now.left <= tickMs / 1000) finish(now.what)
      else setRunning({ ...now, left: now.left - tickMs / 1000 })
    }, tickMs)
    const leave = () => latest.current.running && latest.current.onLeave(latest.current.running.what)
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', leave)
      // Still running: the page goes elsewhere.
      leave()
    }
  }, [isRunning, finish])

  return {
    running,
    seconds,
    /** Held: it waits for an answer instead of the clock. */
    start: (what: What, isPaused: boolean) => setRunning({ what, left: seconds, isPaused }),
    now: () => latest.current.running && finish(latest.current.running.what),
    back: () => setRunning(null),
  }
}
