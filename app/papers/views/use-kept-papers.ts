import { useEffect } from 'react'

/** So often the browser asks whether any paper is otherwise: what it has is never a quarter of an hour old. */
const everyMs = 5 * 60_000
/** Sooner while a page has only just been opened: what failed the first time does not wait minutes for the next. */
const soonMs = [10_000, 30_000]

/** Keeps the papers of the desk at hand while a page of it is open, also when the tab is hidden. */
export function useKeptPapers() {
  useEffect(() => {
    // Only over https, or at the computer itself.
    if (!('serviceWorker' in navigator)) return
    const keep = async () => (await navigator.serviceWorker.ready).active?.postMessage({ is: 'keep' })
    const say = () => void keep().catch(() => undefined)
    registerKeeper().then(say, () => undefined)
    const soon = soonMs.map((ms) => setTimeout(say, ms))
    const timer = setInterval(say, everyMs)
    return () => {
      clearInterval(timer)
      for (const one of soon) clearTimeout(one)
    }
  }, [])
}

async function registerKeeper() {
  const { default: url } = await import('../paper-keeper.worker.ts?worker&url')
  return navigator.serviceWorker.register(url, { scope: '/', type: 'module' })
}
