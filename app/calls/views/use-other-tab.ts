import { useEffect, useState } from 'react'

/** Whether this call is open in another tab as well: of two that are typed in, the last one saved stays. */
export function useOtherTab(targetId: string): boolean {
  const [isElsewhere, setIsElsewhere] = useState(false)
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return
    const channel = new BroadcastChannel(`rondbel:call:${targetId}`)
    channel.onmessage = ({ data }) => {
      if (data === 'opened') channel.postMessage('here')
      setIsElsewhere(data !== 'closed')
    }
    const close = () => channel.postMessage('closed')
    window.addEventListener('pagehide', close)
    channel.postMessage('opened')
    return () => {
      window.removeEventListener('pagehide', close)
      close()
      channel.close()
    }
  }, [targetId])
  return isElsewhere
}
