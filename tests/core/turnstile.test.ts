import { expect, test } from 'vitest'
import { TurnedAway, Turnstile } from '#app/core/turnstile.ts'

test('a few go in at once, whoever is known goes first, and one too many is turned away', async () => {
  const turnstile = new Turnstile({ atOnce: 1, waiting: 2 })
  const order: string[] = []
  let leave = () => {}
  const first = turnstile.pass('others', () => new Promise<void>((resolve) => (leave = resolve)))
  const pass = (name: string, who: 'known' | 'others') => turnstile.pass(who, async () => void order.push(name))
  const waiting = [pass('a', 'others'), pass('b', 'others'), pass('known', 'known')]
  await expect(pass('c', 'others')).rejects.toBeInstanceOf(TurnedAway)
  leave()
  await Promise.all([first, ...waiting])
  expect(order).toEqual(['known', 'a', 'b'])
  await pass('later', 'others')
  expect(order).toContain('later')
})

test('what fails inside lets the next one in', async () => {
  const turnstile = new Turnstile({ atOnce: 1, waiting: 1 })
  const failing = turnstile.pass('others', () => Promise.reject(new Error('no')))
  const next = turnstile.pass('others', async () => 'in')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('in')
})
