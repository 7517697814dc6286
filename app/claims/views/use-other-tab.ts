import { useEffect, useState } from 'react'

/** Whether the same form is open in another tab as well, by what it is called there. */
export function useOtherTab(name: string): boolean {
  const [isElsewhere, setIsElsewhere] = useState(false)
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return
    const channel = new BroadcastChannel(`rondbel:${name}`)
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
  }, [name])
  return isElsewhere
}
