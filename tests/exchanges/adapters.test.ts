import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adapters } from '#app/exchanges/adapters/adapters.ts'
import { exchangeKinds } from '#app/exchanges/exchange.ts'

type EventFile = { about: string; deliveryId: string | null; body: unknown; reads: object | string }

const receivedAt = new Date('2026-11-27T20:00:00Z')
const folder = new URL('./events/', import.meta.url)
const files = exchangeKinds.flatMap((kind) =>
  readdirSync(new URL(`${kind}/`, folder)).map((name) => ({ kind, name: `${kind}/${name}` })),
)
const read = (name: string): EventFile => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

test.each(files)('$name is read as it says', ({ kind, name }) => {
  const { about, deliveryId, body, reads } = read(name)
  expect(about).not.toBe('')
  const answer = adapters[kind]({ body, deliveryId, receivedAt })
  if (typeof reads === 'string') return expect(answer).toEqual({ is: reads })
  const { at, ...event } = reads as { at: string }
  expect(answer).toEqual({
    is: 'event',
    event: { ...event, at: new Date(at), id: expect.stringMatching(/^[\w-]{43}$/) },
  })
})

test.each(files)('$name said twice is one event, also a minute later', ({ kind, name }) => {
  const { deliveryId, body } = read(name)
  const idAt = (at: Date) => {
    const answer = adapters[kind]({ body, deliveryId, receivedAt: at })
    return answer.is === 'event' ? answer.event.id : answer.is
  }
  expect(idAt(new Date(receivedAt.getTime() + 60_000))).toBe(idAt(receivedAt))
})

test('nothing that is sent makes an adapter fail, or gives a text that no database takes', () => {
  const bodies = files.map(({ kind, name }) => ({ kind, body: read(name).body }))
  const anything = fc.oneof(
    fc.anything(),
    fc.constantFrom(...['\u0000', '', null, -1, 1e308, 'x'.repeat(5000), '\ud800']),
  )
  fc.assert(
    fc.property(fc.constantFrom(...bodies), fc.nat(), anything, ({ kind, body }, place, value) => {
      const changed = structuredClone(body) as Record<string, unknown>
      const keys = pathsOf(changed)
      const path = keys[place % keys.length] ?? []
      let inner = changed
      for (const key of path.slice(0, -1)) inner = inner[key] as Record<string, unknown>
      inner[path.at(-1) ?? ''] = value
      const answer = adapters[kind]({ body: changed, deliveryId: 'x', receivedAt })
      if (answer.is === 'event') expect(JSON.stringify(answer.event)).not.toContain('\\u0000')
    }),
    { numRuns: 5_000 },
  )
})

function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return at.length > 0 ? [at] : []
  return [
    ...(at.length > 0 ? [at] : []),
    ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key])),
  ]
}
