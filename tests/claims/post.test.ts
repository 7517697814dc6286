import { afterEach, expect, test, vi } from 'vitest'
import { post } from '#app/claims/views/post.ts'

afterEach(() => void vi.unstubAllGlobals())

const asked: string[] = []
/** What the server answers to what is posted, and to whether somebody is still there. */
function answering(posted: Response | { type: string; status: number } | 'offline', presence = 200) {
  asked.length = 0
  vi.stubGlobal('fetch', async (to: string, { method }: RequestInit) => {
    asked.push(`${method} ${to}`)
    if (to === '/live') return new Response(null, { status: presence })
    if (posted === 'offline') throw new TypeError('Failed to fetch')
    return posted
  })
}
const failure = async () => {
  const answer = await post('/calls/1/draft', new URLSearchParams())
  return 'failed' in answer ? answer.failed : answer
}
const toSignIn = { type: 'opaqueredirect', status: 0 }

test('an answer is given, whatever its status', async () => {
  answering(Response.json({ ok: false }, { status: 409 }))
  expect(await failure()).toEqual({ got: { ok: false } })
})

test('what went wrong is told apart', async () => {
  answering('offline')
  expect(await failure()).toBe('offline')
  for (const status of [400, 404, 413, 429, 500, 503]) {
    answering(new Response('', { status }))
    expect(await failure()).toBe('broken')
  }
  answering(new Response('forbidden', { status: 403 }))
  expect(await failure()).toBe('no-right')
  answering(new Response('gone', { status: 410 }))
  expect(await failure()).toBe('row-ended')
  expect(asked).toEqual(['POST /calls/1/draft'])
})

test.each([
  [401, 'signed-out'],
  [403, 'access-ended'],
  [503, 'signed-out'],
])('sent to sign in, it asks whether that helps: %s', async (presence, why) => {
  for (const posted of [toSignIn, new Response('', { status: 401 })]) {
    answering(posted, presence)
    expect(await failure()).toBe(why)
    expect(asked).toEqual(['POST /calls/1/draft', 'HEAD /live'])
  }
})
