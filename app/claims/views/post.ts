import { askPresence } from '#app/ui/ask-presence.ts'

/** What they may not do any more, there or with this one row: neither waiting nor signing in again helps. */
export const endings = ['access-ended', 'no-right', 'row-ended'] as const
export type Ended = (typeof endings)[number]
/** `broken`: the server refused or failed, and it may go better later. */
export type PostFailure = 'offline' | 'signed-out' | 'broken' | Ended
export type Answered<Answer> = { got: Answer } | { failed: PostFailure }

export const isEnded = (failure: PostFailure): failure is Ended => (endings as readonly PostFailure[]).includes(failure)

/**
 * Posts a form beside the page, so that no answer of the server can take the page and what is typed in it away. A
 * redirect means that nobody is signed in any more.
 */
export async function post<Answer>(
  to: string,
  body: FormData | URLSearchParams,
  isLeaving = false,
): Promise<Answered<Answer>> {
  try {
    const answer = await fetch(to, { method: 'POST', body: asText(body), redirect: 'manual', keepalive: isLeaving })
    if (answer.type === 'opaqueredirect' || answer.status === 401) return { failed: await whySignedOut() }
    if (answer.status === 403) return { failed: 'no-right' }
    if (answer.status === 410) return { failed: 'row-ended' }
    if (answer.headers.get('Content-Type')?.includes('json')) return { got: (await answer.json()) as Answer }
    return { failed: 'broken' }
  } catch {
    return { failed: 'offline' }
  }
}

const whySignedOut = async () => ((await askPresence()) === 'access-ended' ? 'access-ended' : 'signed-out')

/** Urlencoded is shorter than multipart, and a browser that is closing takes 64 KB at most. */
function asText(body: FormData | URLSearchParams) {
  if (body instanceof URLSearchParams) return body
  const text = new URLSearchParams()
  for (const [name, value] of body) if (typeof value === 'string') text.append(name, value)
  return text
}
