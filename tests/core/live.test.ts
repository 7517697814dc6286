import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeMember, endSessionsOf } from '#app/accounts/accounts.server.ts'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { endStreams, publish, publishTo, startListening, stopListening } from '#app/core/live.server.ts'
import { liveTopic, personalTopicOf } from '#app/core/live-topic.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { liveStream } from '#app/live-stream.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { listenToLog } from '#tests/support/heard-log.ts'
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

test('what is for one account is heard by its pages and by no colleague', async () => {
  const corporation = await aCorporation()
  const [her, colleague] = [await anActor(corporation), await anActor(corporation, { role: 'reader' })]
  const [hers, theirs] = [await listening(her), await listening(colleague)]
  await until('both streams are open', () => [hers, theirs].every(({ heard }) => heard().includes('event: hello')))
  await inScopeSql(colleague, (tx) =>
    publishTo(tx, corporation.id, { account: her.accountId, topic: personalTopicOf('waiting') }),
  )
  await say(her, 'for-all')
  await until('all is said', () => [hers, theirs].every(({ heard }) => heard().includes('"for-all"')))
  expect([hers.heard(), theirs.heard()].map((text) => text.includes(`"waiting:${her.accountId}"`))).toEqual([
    true,
    false,
  ])
  hers.answer.destroy()
  theirs.answer.destroy()
})

test('what nobody of us said is noted without its words, and the streams go on', async () => {
  const log = listenToLog()
  const actor = await anActor(await aCorporation())
  const { answer, heard } = await listening(actor)
  await until('the stream is open', () => heard().includes('event: hello'))
  for (const payload of ['{bad json', '', 'null', '[]', '{"corporationId":"Kuipers"}', '{"sessionsOf":7}'])
    await asSuperuser('SELECT pg_notify($1, $2)', ['rondbel_live', payload])
  await say(actor, 'after')
  await until('what came after', () => heard().includes('"after"'))
  const noted = log().filter(({ event }) => event === 'live-notification-unreadable')
  expect(noted).toHaveLength(6)
  expect(JSON.stringify(noted)).not.toMatch(/Kuipers|bad json/)
  answer.destroy()
})

test('of one session eight streams are open at most, and the oldest is told why it ends', async () => {
  const actor = await anActor(await aCorporation())
  const Cookie = (await signedIn(actor, '/live')).headers.get('Cookie') ?? ''
  const streams: { answer: IncomingMessage; heard: () => string }[] = []
  for (let nth = 0; nth < 10; nth++) {
    const answer = await server.open('/live', { headers: { Cookie } })
    streams.push({ answer, heard: collected(answer) })
  }
  const open = () => streams.filter(({ answer }) => !answer.complete)
  await until('two have ended', () => open().length === 8)
  expect(open()).toEqual(streams.slice(2))
  expect(streams.map(({ heard }) => heard().includes('event: enough'))).toEqual([true, true, ...Array(8).fill(false)])
  const other = await listening(actor)
  await until('another session has its own', () => other.heard().includes('event: hello'))
  expect(open()).toHaveLength(8)
  for (const { answer } of [...streams, other]) answer.destroy()
})

test.each([
  ['ended by an administrator', (actor: Actor) => endSessionsOf(actor, actor.accountId, new Date())],
  [
    'of somebody who may not be here any more',
    async (actor: Actor) => {
      await changeMember(actor, actor.accountId, { role: null, now: new Date() })
    },
  ],
])('the streams of a session %s end at once, those of a colleague go on', async (_how, end) => {
  const corporation = await aCorporation()
  const [gone, stays] = [await anActor(corporation), await anActor(corporation)]
  const [ending, going] = [await listening(gone), await listening(stays)]
  let hasEnded = false
  ending.answer.on('end', () => {
    hasEnded = true
  })
  await until('both are open', () => [ending, going].every(({ heard }) => heard().includes('event: hello')))
  await end(gone)
  await until('the stream has ended', () => hasEnded, 5_000)
  await say(stays, 'later')
  await until('the colleague hears on', () => going.heard().includes('"later"'))
  expect(ending.heard()).not.toContain('"later"')
  going.answer.destroy()
})

test('asked for its head alone it answers, with and without a session', async () => {
  const actor = await anActor(await aCorporation())
  const Cookie = (await signedIn(actor, '/live')).headers.get('Cookie') ?? ''
  const answers = [
    await server.ask('/live', { method: 'HEAD', headers: { Cookie } }),
    await server.ask('/live', { method: 'HEAD' }),
  ]
  expect(answers.map(({ status, text }) => [status, text])).toEqual([
    [200, ''],
    [401, ''],
  ])
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
