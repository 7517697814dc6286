const pauseMs = 2_000
const mostTries = 90

/**
 * While the database is away the server answers 503: what a page loads is then asked for again, so that the page that
 * stands there stays, and the next one comes a little later. What is sent is asked again only when it has a key, by which
 * the server gives the same write the same answer.
 */
export function patient(fetchOnce: typeof fetch, pause = wait): typeof fetch {
  return async (input, init) => {
    let answer = await fetchOnce(again(input), init)
    for (let tries = 1; tries < mostTries && answer.status === 503 && mayRepeat(input, init); tries++) {
      await pause(pauseMs)
      if (signalOf(input, init)?.aborted) return answer
      answer = await fetchOnce(again(input), init)
    }
    return answer
  }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
/** A request is used up by sending it. */
const again = (input: Parameters<typeof fetch>[0]) => (input instanceof Request ? input.clone() : input)
const signalOf = (input: Parameters<typeof fetch>[0], init?: RequestInit) =>
  init?.signal ?? (input instanceof Request ? input.signal : null)

/** Only what a page asks for through the router: what posts beside the page tries again by itself, and says so. */
function mayRepeat(input: Parameters<typeof fetch>[0], init?: RequestInit) {
  const url = input instanceof Request ? input.url : String(input)
  if (!/\.data(\?|$)/.test(url)) return false
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
  if (method === 'GET') return true
  const body = init?.body
  return (body instanceof URLSearchParams || body instanceof FormData) && body.has('key')
}
