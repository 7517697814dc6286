import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { collapsedNews, quietMs } from '#app/core/collapsed-news.ts'
import type { LiveEvent } from '#app/core/live.server.ts'

let told: LiveEvent[]
let news: ReturnType<typeof collapsedNews>
beforeEach(() => {
  vi.useFakeTimers()
  told = []
  news = collapsedNews((event) => told.push(event))
})
afterEach(() => vi.useRealTimers())

const about = (topic: string, details?: LiveEvent['details']): LiveEvent => ({ corporationId: 1, topic, details })

test('a thousand of one topic within a second are told twice: at once, and that there was more', () => {
  for (let nr = 0; nr < 1000; nr++) news.hear(about('campaign:1'))
  expect(told).toEqual([about('campaign:1')])
  vi.advanceTimersByTime(quietMs)
  expect(told).toHaveLength(2)
  vi.advanceTimersByTime(10 * quietMs)
  expect(told).toHaveLength(2)
})

test('news after a quiet second is told at once again, and what goes on is told each second, the last of it too', () => {
  for (let tenth = 0; tenth < 50; tenth++) {
    news.hear(about('campaign:1'))
    vi.advanceTimersByTime(100)
  }
  vi.advanceTimersByTime(2 * quietMs)
  expect(told.length).toBeGreaterThanOrEqual(5)
  expect(told.length).toBeLessThanOrEqual(7)
  const before = told.length
  news.hear(about('campaign:1'))
  expect(told).toHaveLength(before + 1)
})

test('topics do not hold each other back, and news that says something of its own is told each time', () => {
  news.hear(about('campaign:1'))
  news.hear(about('follow-ups'))
  for (const state of ['paused', 'running', 'paused']) news.hear(about('campaign:1', { state }))
  expect(told.map(({ details }) => details?.state)).toEqual([undefined, undefined, 'paused', 'running', 'paused'])
})

test('a page that has gone is told nothing more', () => {
  news.hear(about('campaign:1'))
  news.hear(about('campaign:1'))
  news.stop()
  vi.advanceTimersByTime(10 * quietMs)
  expect(told).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})
