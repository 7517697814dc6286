import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chosenParts, readTargetFilter } from '#app/campaigns/target-filter.ts'
import { followUpList } from '#app/follow-ups/filter.ts'
import { gestureList } from '#app/gestures/filter.ts'
import { listFilter } from '#app/lists/list-filter.ts'
import { referralList } from '#app/referrals/filter.ts'

const list = listFilter('/lamps', {
  perPage: 10,
  parts: {
    state: { values: ['on', 'off'], initial: 'off' },
    colour: { values: ['any', 'red'], initial: 'any' },
  },
  settle: (filter) => (filter.state === 'on' ? filter : { ...filter, colour: 'any' }),
})
const read = (query: string) => list.read(new URLSearchParams(query))

describe('the filter of a list', () => {
  test('stands as nothing was chosen, and at the first page', () =>
    expect(read('')).toEqual({ state: 'off', colour: 'any', search: '', sort: '', page: 1 }))

  test('falls back for anything odd', () =>
    expect(read('state=x&colour=red&page=-3')).toEqual({ state: 'off', colour: 'any', search: '', sort: '', page: 1 }))

  test('keeps what is not for this person to choose', () =>
    expect(list.read(new URLSearchParams('state=off'), { state: 'on' })).toMatchObject({ state: 'on' }))

  test('begins at the first page when a part changes, and stays when only the page does', () => {
    const filter = read('state=on&colour=red&page=4')
    expect(list.link(filter, { colour: 'any' })).toBe('/lamps?state=on')
    expect(list.link(filter, { page: 5 })).toBe('/lamps?state=on&colour=red&page=5')
  })

  test('counts the choices that were made, not the search, the order or the page', () => {
    expect(list.chosen(read(''))).toBe(0)
    expect(list.chosen(read('state=on&colour=red&page=4'))).toBe(2)
    expect(list.chosen(read('state=on&search=abc&sort=-name'))).toBe(1)
    expect(chosenParts(readTargetFilter(new URLSearchParams('?search=abc&sort=who&page=2')))).toBe(0)
    expect(chosenParts(readTargetFilter(new URLSearchParams('?state=open&caller=pool&complex=C1')))).toBe(3)
  })

  test('lets go of a part that makes no sense beside the new one', () =>
    expect(list.link(read('state=on&colour=red'), { state: 'off' })).toBe('/lamps'))
})

const lists = { followUpList, referralList, gestureList }
describe.each(Object.entries(lists))('%s', (_, { path, parts, read: readOf, link, settle }) => {
  const filters = fc
    .record(Object.fromEntries(Object.entries(parts).map(([name, { values }]) => [name, fc.constantFrom(...values)])))
    .chain((choices) =>
      fc.integer({ min: 1, max: 50 }).map((page) => ({ ...choices, search: 'AbC_-1', sort: '', page })),
    )

  test('gives back from its address whatever was chosen', () =>
    fc.assert(
      fc.property(filters, (filter) => {
        const settled = (settle as (from: object) => object)(filter) as typeof filter
        const address = (link as (filter: object, change: object) => string)(settled, { page: settled.page })
        expect(readOf(new URL(address, 'http://own').searchParams)).toEqual(settled)
        expect(address.split('?')[0]).toBe(path)
      }),
    ))
})
