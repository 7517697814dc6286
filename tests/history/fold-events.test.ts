import { expect, test } from 'vitest'
import { foldEvents } from '#app/history/fold-events.ts'

const attempt = (fold: string) => ({ what: 'attempt:made', fold })
const promise = { what: 'promise:made' }

test('only what follows each other, of one kind and one round, is folded', () => {
  const events = [attempt('a'), attempt('a'), promise, attempt('a'), attempt('b'), promise, promise]
  expect(foldEvents(events).map((group) => group.length)).toEqual([2, 1, 1, 1, 1, 1])
  expect(foldEvents([])).toEqual([])
})
