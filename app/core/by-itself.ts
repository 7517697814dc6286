/** On what a page asks with nobody at it: it keeps nobody signed in. */
export const byItselfHeader = 'X-By-Itself'

/** Longer than what somebody did takes to be sent, and shorter than any time after which one is signed out. */
const attentionMs = 60_000
const signsOfLife = ['pointerdown', 'touchstart', 'keydown', 'input', 'wheel']

/**
 * Says with each request whether somebody is at the page: has opened it, typed, clicked or scrolled in the last minute.
 * What a page asks by itself, such as news or to keep hold of a home, does not keep somebody signed in who left.
 */
export function marked(fetchPlain: typeof fetch, page: EventTarget, clock = () => performance.now()): typeof fetch {
  let seenAt = clock()
  const notice = () => {
    seenAt = clock()
  }
  for (const sign of signsOfLife) page.addEventListener(sign, notice, { capture: true, passive: true })
  return (input, init) => {
    if (clock() - seenAt < attentionMs) return fetchPlain(input, init)
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
    headers.set(byItselfHeader, '1')
    return fetchPlain(input, { ...init, headers })
  }
}
