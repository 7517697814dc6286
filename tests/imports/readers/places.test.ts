import { expect, test } from 'vitest'
import { Places } from '#imports/readers/places.ts'

test('as many as there are places, and the others in the order in which they came', async () => {
  const places = new Places(2)
  const entered: number[] = []
  const leave = [await places.take(), await places.take()]
  const waiting = [1, 2].map(async (who) => {
    const done = await places.take()
    entered.push(who)
    return done
  })
  await Promise.resolve()
  expect(entered).toEqual([])
  leave[0]?.()
  const next = await waiting[0]
  expect(entered).toEqual([1])
  next?.()
  await waiting[1]
  expect(entered).toEqual([1, 2])
})

test('who gives up waiting is out of the line, and takes no place with them', async () => {
  const places = new Places(1)
  const leave = await places.take()
  const abort = new AbortController()
  const given = places.take(abort.signal)
  abort.abort(new Error('enough'))
  await expect(given).rejects.toThrow('enough')
  leave()
  await expect(places.take()).resolves.toBeTypeOf('function')
})
