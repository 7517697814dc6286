import type { Request, Response } from 'express'
import type { Person } from './accounts/authorize.server.ts'
import { collapsedNews } from './core/collapsed-news.ts'
import { type LiveEvent, onResync, subscribe } from './core/live.server.ts'
import { openStream, streamHead, whoAsks } from './open-stream.server.ts'

/** GET /live: what happens in the corporation of whoever is signed in, as server-sent events of ids and counts. */
export async function liveStream(request: Request, response: Response) {
  const stream = await openStream(request, response)
  if (!stream) return
  const { person, send } = stream
  const news = collapsedNews(({ topic, details }) => send('news', { topic, details }))
  stream.untilClosed(
    hearing(person, news.hear),
    news.stop,
    onResync(() => send('resumed', {})),
  )
}

/** What is said to the whole corporation, or to this one person. */
function hearing(person: Person, hear: (event: LiveEvent) => void): () => void {
  if (person.as === 'desk') return () => {}
  return subscribe(person.corporationId, (event) => {
    if (event.to === undefined || event.to === person.accountId) hear(event)
  })
}

/** HEAD /live: whether there would be a stream, and no stream. */
export async function liveHead(request: Request, response: Response) {
  const who = await whoAsks(request)
  response.writeHead(typeof who === 'number' ? who : 200, typeof who === 'number' ? {} : streamHead).end()
}
