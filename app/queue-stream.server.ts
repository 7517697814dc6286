import type { Request, Response } from 'express'
import { canAtDesk } from './accounts/desk-permissions.ts'
import { type BoardNews, watchBoard } from './contacts/board-room.server.ts'
import { eventText, openStream } from './open-stream.server.ts'

export const queueStreamPath = '/queue/live'
/** Whoever does not read what is sent is let go of: they begin anew with all there is. */
const mostBacklog = 1_000_000

/** GET /queue/live: the board of the desk of whoever is signed in, names and all, as server-sent events. */
export async function queueStream(request: Request, response: Response) {
  const stream = await openStream(request, response, (who) => who.as === 'desk' && canAtDesk(who, 'contact:see'))
  if (stream?.person.as !== 'desk') return
  const leave = await watchBoard(stream.person.deskId, (news) => {
    if (response.writableLength > mostBacklog) return void response.destroy()
    response.write(bytesOf(news))
  })
  if (response.destroyed) return leave()
  stream.untilClosed(leave)
}

const sent = new WeakMap<BoardNews, Buffer>()

/** Made once, whoever hears it. */
function bytesOf(news: BoardNews): Buffer {
  const known = sent.get(news)
  if (known) return known
  const { is, ...data } = news
  const bytes = Buffer.from(eventText(is, data))
  sent.set(news, bytes)
  return bytes
}
