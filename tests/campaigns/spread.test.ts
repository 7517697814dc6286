import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divide, largestRemainders } from '#app/campaigns/shares.ts'
import { type CallerToSpread, type HomeToSpread, mayCall, spreadHomes } from '#app/campaigns/spread.ts'

const homes = (count: number, complexes = 10): HomeToSpread[] =>
  Array.from({ length: count }, (_, index) => ({
    homeId: `home-${index}`,
    homeNumber: `VHE-${index}`,
    complex: `C${Math.floor((index * complexes) / count)}`,
  }))
const callers = (count: number, hours = 15): CallerToSpread[] =>
  Array.from({ length: count }, (_, index) => ({ accountId: `caller-${index}`, hours }))
const sizes = (lists: number[][]) => lists.map((list) => list.length)

describe('dividing by capacity', () => {
  it.each([
    [2000, [1, 1, 1], [667, 667, 666]],
    [10, [2, 1, 1], [5, 3, 2]],
    [7, [15, 15, 0], [4, 3, 0]],
    [3, [0, 0, 0], [1, 1, 1]],
    [0, [1, 2], [0, 0]],
  ])('%i over %j is %j', (count, capacities, expected) => {
    expect(
      divide(
        count,
        capacities.map((capacity) => ({ capacity, load: 0 })),
      ),
    ).toEqual(expected)
  })

  it('fills up who has less first', () => {
    const shares = [10, 0, 4].map((load) => ({ capacity: 1, load }))
    expect(divide(4, shares)).toEqual([0, 4, 0])
    expect(divide(10, shares)).toEqual([0, 7, 3])
  })

  it('gives whole parts that add up, each within one of the exact share', () => {
    const weights = fc.array(fc.float({ min: 0, max: 60, noNaN: true }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), weights, (count, given) => {
        const total = given.reduce((sum, weight) => sum + weight, 0)
        fc.pre(total > 0.001)
        const parts = largestRemainders(count, given)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(count)
        parts.forEach((part, index) => {
          expect(Math.abs(part - (count * (given[index] ?? 0)) / total)).toBeLessThanOrEqual(1)
        })
      }),
    )
  })
})

describe('spreading homes over callers', () => {
  it('gives 2,000 homes to 35 callers, 57 or 58 each', () => {
    const { lists, pool } = spreadHomes(homes(2000), callers(35))
    expect(pool).toEqual([])
    expect([...new Set(sizes(lists))].sort()).toEqual([57, 58])
  })

  it('goes by the hours offered', () => {
    const [half, whole] = [callers(1, 7.5), callers(1, 15)]
    expect(sizes(spreadHomes(homes(300), [...half, ...whole]).lists)).toEqual([100, 200])
  })

  it('keeps neighbours with one caller', () => {
    const { lists } = spreadHomes(homes(100), callers(4))
    const complexesOfFirst = new Set(lists[0]?.map((index) => homes(100)[index]?.complex))
    expect(complexesOfFirst.size).toBeLessThanOrEqual(4)
  })

  it('never gives somebody their own home or their neighbours, and stays even', () => {
    const list = homes(100)
    const team = callers(4)
    team[0] = { accountId: 'a', hours: 15, ownHomeNumber: 'VHE-3', ownComplex: 'C0' }
    const { lists, pool } = spreadHomes(list, team)
    expect(sizes(lists)).toEqual([25, 25, 25, 25])
    expect(pool).toEqual([])
    expect(lists[0]?.some((index) => list[index]?.complex === 'C0')).toBe(false)
  })

  it('leaves in the pool what nobody on the team may call', () => {
    const team = callers(2).map((caller) => ({ ...caller, ownComplex: 'C0' }))
    const { lists, pool } = spreadHomes(homes(20, 2), team)
    expect(pool).toHaveLength(10)
    expect(sizes(lists).reduce((sum, size) => sum + size, 0)).toBe(10)
  })

  it('without a team everything is in the pool', () => {
    expect(spreadHomes(homes(3), [])).toEqual({ lists: [], pool: [0, 1, 2] })
  })

  const aTeam = fc.array(
    fc.record({
      accountId: fc.uuid(),
      hours: fc.constantFrom(0, 4, 7.5, 15, 30),
      ownHomeNumber: fc.option(
        fc.integer({ min: 0, max: 200 }).map((index) => `VHE-${index}`),
        { nil: null, freq: 4 },
      ),
      ownComplex: fc.option(fc.constantFrom('C0', 'C1', 'C2'), { nil: null, freq: 4 }),
    }),
    { minLength: 1, maxLength: 12 },
  )

  it('loses nobody, gives nobody twice, breaks no exception, and is the same every time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 9 }), aTeam, (count, complexes, team) => {
        const list = homes(count, complexes)
        const spread = spreadHomes(list, team)
        const everyone = [...spread.lists.flat(), ...spread.pool].sort((a, b) => a - b)
        expect(everyone).toEqual(list.map((_, index) => index))
        spread.lists.forEach((callerList, callerIndex) => {
          for (const index of callerList) {
            expect(mayCall(team[callerIndex] as CallerToSpread, list[index] as HomeToSpread)).toBe(true)
          }
        })
        for (const index of spread.pool) {
          expect(team.some((caller) => mayCall(caller, list[index] as HomeToSpread))).toBe(false)
        }
        expect(spreadHomes(list, team)).toEqual(spread)
      }),
    )
  })

  it('differs by no more than one home while no exception binds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 60 }), (count, team) => {
        const given = sizes(spreadHomes(homes(count), callers(team)).lists)
        expect(Math.max(...given) - Math.min(...given)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
