import { expect, test } from 'vitest'
import { readTargetFilter, targetFilterLink } from '#app/campaigns/target-filter.ts'
import { sortedBy, sortOrderOf } from '#app/lists/sort-order.ts'

test('an address names a column that is known, either way, or none', () => {
  const columns = ['who', 'next'] as const
  expect(['who', '-next', 'hidden', '--who', '', null].map((text) => sortOrderOf(text, columns))).toEqual([
    'who',
    '-next',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('pressing a head sorts by it, and once more the other way round', () => {
  const to = (order: string) => `?sort=${order}`
  expect(sortedBy('who', { order: undefined, to })).toEqual({ to: '?sort=who', direction: undefined })
  expect(sortedBy('who', { order: 'who', to })).toEqual({ to: '?sort=-who', direction: 'ascending' })
  expect(sortedBy('who', { order: '-who', to })).toEqual({ to: '?sort=who', direction: 'descending' })
})

test('the addresses of a campaign keep their order beside the filter', () => {
  const filter = readTargetFilter(new URLSearchParams('sort=-address&state=open'))
  expect(filter.sort).toBe('-address')
  expect(targetFilterLink(filter, { page: 2 })).toBe('?state=open&sort=-address&page=2')
  expect(readTargetFilter(new URLSearchParams('sort=DROP')).sort).toBe('')
})
