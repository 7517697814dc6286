import { expect, test } from 'vitest'
import { planCalls } from '#app/exchanges/simulate/plan-calls.ts'

const hour = { callsPerHour: 600, minutes: 60, storm: false, seed: 1 }
const callsIn = (messages: ReturnType<typeof planCalls>) => new Set(messages.map(({ call }) => call)).size

test('the same seed gives the same hour, another one another', () => {
  expect(planCalls(hour)).toEqual(planCalls(hour))
  expect(planCalls({ ...hour, seed: 2 })).not.toEqual(planCalls(hour))
})

test('as many calls come as was asked, each rings first and ends, in the order in which they are sent', () => {
  const messages = planCalls(hour)
  expect(callsIn(messages)).toBeGreaterThan(520)
  expect(callsIn(messages)).toBeLessThan(680)
  expect(messages.map(({ afterMs }) => afterMs)).toEqual(
    messages.map(({ afterMs }) => afterMs).toSorted((a, b) => a - b),
  )
  for (const call of new Set(messages.map((message) => message.call))) {
    const said = messages.filter((message) => message.call === call)
    const ended = said.filter(({ type }) => type === 'ended')
    const rang = said.filter(({ type }) => type === 'ringing')
    expect(new Set(ended.map(({ id }) => id)).size).toBe(1)
    expect(Math.max(...rang.map(({ happenedMs }) => happenedMs))).toBeLessThanOrEqual(ended[0]?.happenedMs ?? 0)
  }
})

test('some numbers are hidden, some messages come twice or late, none before it happened', () => {
  const messages = planCalls(hour)
  const ids = messages.map(({ id }) => id)
  const share = (count: number) => count / messages.length
  expect(share(messages.filter(({ isHidden }) => isHidden).length)).toBeCloseTo(0.12, 1)
  expect(share(ids.length - new Set(ids).size)).toBeCloseTo(0.03, 1)
  expect(share(messages.filter(({ afterMs, happenedMs }) => afterMs - happenedMs > 2_000).length)).toBeGreaterThan(0)
  expect(messages.filter(({ afterMs, happenedMs }) => afterMs < happenedMs)).toEqual([])
})

test('a storm brings several times as many, in the middle', () => {
  const storm = planCalls({ ...hour, storm: true })
  expect(callsIn(storm)).toBeGreaterThan(callsIn(planCalls(hour)) * 2)
  const inMiddle = storm.filter(({ happenedMs }) => happenedMs > 0.4 * 3_600_000 && happenedMs < 0.6 * 3_600_000)
  expect(inMiddle.length).toBeGreaterThan(storm.length / 2)
})
