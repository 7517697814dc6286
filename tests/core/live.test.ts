import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { endStreams, publish, startListening, stopListening } from '#app/core/live.server.ts'
import { liveTopic } from '#app/core/live-topic.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { liveStream } from '#app/live-stream.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { useDatabase } from '#tests/support/database.ts'
import { signedIn } from '#tests/support/signed-in.ts'
import { until } from '#tests/support/until.ts'
import { type Served, serve } from './served.ts'

let server: Served

beforeAll(async () => {
  await useDatabase()
  await startListening()
  server = await serve()
})
afterAll(async () => {
  await stopListening()
  await server.close()
})

async function listening(actor: Actor) {
  const Cookie = (await signedIn(actor, '/live')).headers.get('Cookie') ?? ''
  const answer = await server.open('/live', { headers: { Cookie, 'Accept-Encoding': 'gzip' } })
  return { answer, heard: collected(answer) }
}

function collected(answer: IncomingMessage) {
  let text = ''
  answer.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  return () => text
}

const say = (actor: Actor, topic: string) =>
  inScopeSql(actor, (tx) => publish(tx, actor.corporationId, { topic: liveTopic(topic), details: { left: 3 } }))

test('whoever is not signed in hears nothing', async () => {
  const { status, text } = await server.ask('/live')
  expect([status, text]).toEqual([401, ''])
})

test('a page hears at once what happens in its own corporation, and nothing of another', async () => {
  const [ours, theirs] = [await anActor(await aCorporation()), await anActor(await aCorporation({ name: 'De Eik' }))]
  const { answer, heard } = await listening(ours)
  await until('the stream is open', () => heard().includes('event: hello'))
  await say(theirs, 'theirs')
  await say(ours, 'ours')
  await until('our own event', () => heard().includes('event: news\ndata: {"topic":"ours","details":{"left":3}}\n\n'))
  expect(heard()).not.toContain('theirs')
  answer.destroy()
})

test('what was undone was never said', async () => {
  const actor = await anActor(await aCorporation())
  const { answer, heard } = await listening(actor)
  await inScopeSql(actor, async (tx) => {
    await publish(tx, actor.corporationId, liveTopic('undone'))
    throw new Error('for once')
  }).catch(() => {})
  await say(actor, 'done')
  await until('what was done', () => heard().includes('"done"'))
  expect(heard()).not.toContain('undone')
  answer.destroy()
})

test('a stream is never compressed, so that nothing waits for more; a page is', async () => {
  const { answer } = await listening(await anActor(await aCorporation()))
  expect([answer.headers['content-type'], answer.headers['content-encoding']]).toEqual(['text/event-stream', undefined])
  answer.destroy()
  const page = await server.ask('/page', { headers: { 'Accept-Encoding': 'gzip' } })
  expect(page.headers['content-encoding']).toBe('gzip')
})

test('for a page that is gone before it is known whose it is, no stream is kept', async () => {
  const actor = await anActor(await aCorporation())
  const Cookie = (await signedIn(actor, '/live')).headers.get('Cookie') ?? ''
  const begun: string[] = []
  const answer = Object.assign(new EventEmitter(), {
    destroyed: true,
    writeHead: () => begun.push('head'),
    write: () => begun.push('write'),
    end: () => begun.push('end'),
  })
  await liveStream({ get: () => Cookie } as never, answer as never)
  expect([begun, answer.eventNames()]).toEqual([[], []])
})

test('at a stop every stream ends', async () => {
  const { answer } = await listening(await anActor(await aCorporation()))
  let hasEnded = false
  answer.on('end', () => {
    hasEnded = true
  })
  endStreams()
  await until('the stream has ended', () => hasEnded)
})
