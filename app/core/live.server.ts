import { EventEmitter } from 'node:events'
import type pg from 'pg'
import { z } from 'zod'
import { listeningClient } from './db.server.ts'
import type { LiveTopic, PersonalTopic } from './live-topic.ts'
import { log } from './log.server.ts'
import { processSingleton } from './process-singleton.server.ts'
import { redactedError } from './redacted-error.ts'
import { type SqlRunner, sql } from './sql.ts'

/** Ids, counts and codes only: every signed-in page of the corporation may receive it, or of the account it is `to`. */
const eventSchema = z.object({
  corporationId: z.int(),
  topic: z.string(),
  details: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])).optional(),
  to: z.uuid().optional(),
})
export type LiveEvent = z.infer<typeof eventSchema>

/** What changed at a desk: contacts by their id, or who is there. */
const deskEventSchema = z.object({
  deskId: z.int(),
  contacts: z.array(z.uuid()).optional(),
  presence: z.boolean().optional(),
})
export type DeskEvent = z.infer<typeof deskEventSchema>

const accountSchema = z.object({ sessionsOf: z.uuid() })
const notification = z.union([eventSchema, deskEventSchema, accountSchema])

const channel = 'rondbel_live'
const retryMs = 1_000

/** What changed, with codes and counts of it that spare a page the asking. */
type News = { topic: LiveTopic; details: LiveEvent['details'] }

const notify = (tx: SqlRunner, payload: z.infer<typeof notification>) =>
  tx.sql(sql`SELECT pg_notify(${channel}, ${JSON.stringify(payload)})::text`)

/** Tells every web process at commit; when the transaction fails nothing was said. */
export async function publish(tx: SqlRunner, corporationId: number, news: LiveTopic | News) {
  const { topic, details } = typeof news === 'string' ? { topic: news, details: undefined } : news
  await notify(tx, { corporationId, topic, details })
}

/** Tells one account alone: the pages it has open. */
export async function publishTo(
  tx: SqlRunner,
  corporationId: number,
  { account, topic }: { account: string; topic: (account: string) => PersonalTopic },
) {
  await notify(tx, { corporationId, topic: topic(account), to: account })
}

// What the database sends at once is no longer than 8,000 bytes.
const mostContacts = 150

/** Tells every web process at commit which contacts of a desk changed. */
export async function publishContacts(tx: SqlRunner, deskId: number, contacts: string[]) {
  for (let from = 0; from < contacts.length; from += mostContacts)
    await notify(tx, { deskId, contacts: contacts.slice(from, from + mostContacts) })
}

/** Tells every web process at commit that somebody of a desk came, went or does something else. */
export const publishPresence = (tx: SqlRunner, deskId: number) => notify(tx, { deskId, presence: true })

/** At commit every open stream of the account looks again at whether, and for whom, it may go on. */
export async function publishSessionsChanged(tx: SqlRunner, accountId: string) {
  await notify(tx, { sessionsOf: accountId })
}

/** Calls back when a session of the account may have ended or changed; gives the way to stop. */
export function onSessionsChanged(accountId: string, listener: () => void): () => void {
  live().emitter.on(`sessions:${accountId}`, listener)
  return () => live().emitter.off(`sessions:${accountId}`, listener)
}

/** `latest` is the connection that is being made or held, `client` the one that can be ended. */
type Live = {
  emitter: EventEmitter
  latest: pg.Client | null
  client: pg.Client | null
  retry: NodeJS.Timeout | undefined
}
const live = () =>
  processSingleton(
    'live',
    (): Live => ({ emitter: new EventEmitter().setMaxListeners(0), latest: null, client: null, retry: undefined }),
  )

/** Calls back for each event of the corporation; gives the way to stop. */
export function subscribe(corporationId: number, onEvent: (event: LiveEvent) => void): () => void {
  const name = `corporation:${corporationId}`
  live().emitter.on(name, onEvent)
  return () => live().emitter.off(name, onEvent)
}

/** The same for a desk. */
export function subscribeToDesk(deskId: number, onEvent: (event: DeskEvent) => void): () => void {
  const name = `desk:${deskId}`
  live().emitter.on(name, onEvent)
  return () => live().emitter.off(name, onEvent)
}

/** One LISTEN connection per process, taken again whenever it breaks, until `stopListening`. */
export const startListening = () => listen(live())

async function listen(state: Live) {
  const client = listeningClient()
  state.latest = client
  client.on('notification', ({ payload }) => forward(payload))
  client.on('error', () => {})
  client.on('end', () => {
    if (state.client === client) state.client = null
    if (state.latest === client) state.retry = setTimeout(() => void listenAgain(state), retryMs).unref()
  })
  try {
    await client.connect()
    await client.query(`LISTEN ${channel}`)
    // Stopped meanwhile: the driver cannot end a connection that it is making, so it is let go of here.
    if (state.latest !== client) return await client.end()
    state.client = client
    state.emitter.emit('resync')
  } catch {
    log().warn({ event: 'live-connection-failed' })
    await client.end().catch(() => {})
  }
}

/** Called by a clock, to whom nobody listens: what is thrown here would end the process. */
async function listenAgain(state: Live) {
  try {
    await listen(state)
  } catch (error) {
    log().warn({ event: 'live-connection-failed', error: redactedError(error) })
  }
}

/** After a gap events may have been missed: pages load their figures again. */
export function onResync(listener: () => void): () => void {
  live().emitter.on('resync', listener)
  return () => live().emitter.off('resync', listener)
}

/** At a stop the streams, which never end by themselves, must be let go. */
export function onStopping(listener: () => void): () => void {
  live().emitter.on('stopping', listener)
  return () => live().emitter.off('stopping', listener)
}

export const endStreams = () => live().emitter.emit('stopping')

export async function stopListening() {
  const state = live()
  // First: only the end of the latest connection has another made.
  state.latest = null
  clearTimeout(state.retry)
  await state.client?.end()
}

function forward(payload: string | undefined) {
  const event = notification.safeParse(parsed(payload))
  // Any role of the database can say anything here; what it said may be about people.
  if (!event.success) return log().warn({ event: 'live-notification-unreadable' })
  if ('sessionsOf' in event.data) live().emitter.emit(`sessions:${event.data.sessionsOf}`)
  else if ('deskId' in event.data) live().emitter.emit(`desk:${event.data.deskId}`, event.data)
  else live().emitter.emit(`corporation:${event.data.corporationId}`, event.data)
}

function parsed(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '')
  } catch {
    return null
  }
}
