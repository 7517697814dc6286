import { beforeAll, expect, test } from 'vitest'
import type { Urgency } from '#app/contacts/contact.ts'
import { turnAt } from '#app/contacts/turn.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

beforeAll(() => useDatabase())

const urgencies: Urgency[] = [0, 1, 2, 3]
const at = (seconds: number) => new Date(Date.UTC(2026, 9, 25) + seconds * 1000)

test('the database makes the same of it, also over a change of the clock', async () => {
  for (const urgency of urgencies)
    for (const seconds of [0, 3599.5, 86_400, 200 * 86_400]) {
      for (const dueAt of [null, at(seconds + 120)]) {
        const waitingSince = at(seconds)
        const [row] = await asSuperuser<{ turn: Date }>('SELECT contact_turn($1, $2, $3) AS turn', [
          urgency,
          waitingSince,
          dueAt,
        ])
        expect(row?.turn.toISOString()).toBe(turnAt(urgency, { waitingSince, dueAt }).toISOString())
      }
    }
})

const turnOf = ({ urgency, at: since }: { urgency: Urgency; at: number }) =>
  turnAt(urgency, { waitingSince: at(since), dueAt: null }).getTime()

/** Arrivals without end, each served for a while by one of a few: how long each of them waited. */
function served(seed: number, { gap, operators }: { gap: number; operators: number }) {
  let state = seed
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  const arrivals = Array.from({ length: 3000 }, (_, index) => ({
    urgency: (random() < 0.02 ? 0 : random() < 0.6 ? 1 : random() < 0.5 ? 2 : 3) as Urgency,
    at: index * gap + random() * gap,
  }))
  const waiting: typeof arrivals = []
  const order: { urgency: Urgency; at: number; taken: number }[] = []
  let next = 0
  for (let now = 0; next < arrivals.length || waiting.length > 0; now += 240 / operators) {
    while (arrivals[next] && (arrivals[next]?.at ?? 0) <= now) waiting.push(arrivals[next++] as (typeof arrivals)[0])
    waiting.sort((a, b) => turnOf(a) - turnOf(b))
    const first = waiting.shift()
    if (first) order.push({ ...first, taken: now })
  }
  return order
}

test.each(Array.from({ length: 20 }, (_, index) => index + 1))(
  'nobody is overtaken by what comes later than the head start of the other, and danger by nothing (seed %i)',
  (seed) => {
    const order = served(seed, { gap: 45, operators: 5 })
    expect(order).toHaveLength(3000)
    for (const [place, one] of order.entries())
      for (const later of order.slice(place + 1, place + 60)) {
        const isOvertaken = later.at < one.at && one.taken > later.at
        if (later.urgency === 0 && later.at <= one.taken - 48) expect(one.urgency).toBe(0)
        if (isOvertaken && one.urgency !== 0) expect(one.at - later.at).toBeLessThan(20 * 60)
      }
  },
)
