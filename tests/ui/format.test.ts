import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agoText,
  civilDateOf,
  clockText,
  dateText,
  dateWords,
  daysBetween,
  dayText,
  dueText,
  durationText,
  momentText,
  numberText,
  percentText,
  timeText,
  weekdayText,
} from '#app/ui/format.ts'

const today = '2026-11-22'
const zone = 'Europe/Amsterdam'

test('a date is written as people here write it', () => {
  expect(dateText('2026-04-03')).toBe('03-04-2026')
  expect(dateWords('2026-04-03', today, { language: 'nl' })).toBe('3 april')
  expect(dateWords('2027-03-03', today, { language: 'nl', length: 'short' })).toBe('3 mrt 2027')
  expect(dateWords('2027-03-03', today, { language: 'en' })).toBe('3 March 2027')
  expect(weekdayText('2026-11-26', today, 'nl')).toBe('donderdag 26 november')
})

test.each([
  ['2026-11-21', 'gisteren', 'yesterday'],
  ['2026-11-22', 'vandaag', 'today'],
  ['2026-11-23', 'morgen', 'tomorrow'],
  ['2026-11-24', 'overmorgen', 'Tuesday 24 November'],
  ['2026-11-28', 'zaterdag 28 november', 'Saturday 28 November'],
  ['2026-11-29', '29 november', '29 November'],
  ['2026-11-19', '19 november', '19 November'],
])('%s is said as %s', (on, nl, en) => {
  expect(dayText(on, today, 'nl')).toBe(nl)
  expect(dayText(on, today, 'en')).toBe(en)
})

test.each([
  ['2026-11-23', 'morgen', 'tomorrow'],
  ['2026-11-22', 'vandaag', 'today'],
  ['2026-11-21', '1 dag te laat', '1 day late'],
  ['2026-11-19', '3 dagen te laat', '3 days late'],
  ['2022-11-22', '1.461 dagen te laat', '1,461 days late'],
])('a promise for %s is %s', (dueOn, nl, en) => {
  expect(dueText(dueOn, today, 'nl')).toBe(nl)
  expect(dueText(dueOn, today, 'en')).toBe(en)
})

describe('at the clock changes', () => {
  test.each([
    ['2026-03-29T00:59:00Z', '01:59'],
    ['2026-03-29T01:00:00Z', '03:00'],
    ['2026-10-25T00:30:00Z', '02:30'],
    ['2026-10-25T01:30:00Z', '02:30'],
  ])('%s is %s in Amsterdam', (at, text) => expect(timeText(at, zone)).toBe(text))

  test('a day of 23 hours is one day', () => expect(daysBetween('2026-03-29', '2026-03-30')).toBe(1))
})

test('midnight is 00:00 and belongs to the day that begins', () => {
  expect(timeText('2026-11-21T23:00:00Z', zone)).toBe('00:00')
  expect(civilDateOf('2026-11-21T23:00:00Z', zone)).toBe('2026-11-22')
})

test('a moment is a day and a time', () => {
  const now = '2026-11-22T09:00:00Z'
  expect(momentText('2026-11-22T13:30:00Z', now, { zone, language: 'nl' })).toBe('vandaag 14:30')
  expect(momentText('2026-11-23T09:00:00Z', now, { zone, language: 'nl' })).toBe('morgen 10:00')
  expect(momentText('2025-04-03T08:00:00Z', now, { zone, language: 'en' })).toBe('3 April 2025 10:00')
})

test.each([
  ['2026-11-22T11:59:30Z', 'net', 'just now'],
  ['2026-11-22T12:05:00Z', 'net', 'just now'],
  ['2026-11-22T11:55:00Z', '5 min geleden', '5 min ago'],
  ['2026-11-22T09:30:00Z', '2 uur geleden', '2 h ago'],
  ['2026-11-21T09:30:00Z', 'gisteren 10:30', 'yesterday 10:30'],
])('%s was %s', (at, nl, en) => {
  expect(agoText(at, '2026-11-22T12:00:00Z', { zone, language: 'nl' })).toBe(nl)
  expect(agoText(at, '2026-11-22T12:00:00Z', { zone, language: 'en' })).toBe(en)
})

test.each([
  [0, 0, '0', '0'],
  [999, 0, '999', '999'],
  [18_240, 0, '18.240', '18,240'],
  [1_234_567, 0, '1.234.567', '1,234,567'],
  [-1500, 0, '-1.500', '-1,500'],
  [-0.2, 0, '0', '0'],
  [1234.56, 1, '1.234,6', '1,234.6'],
])('%d with %d decimals is %s', (value, decimals, nl, en) => {
  expect(numberText(value, 'nl', decimals)).toBe(nl)
  expect(numberText(value, 'en', decimals)).toBe(en)
})

test('a written number reads back as the same number', () => {
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(Number(numberText(value, 'nl').replaceAll('.', ''))).toBe(value === 0 ? 0 : value)
    }),
  )
})

test.each([
  [79, 100, '79%'],
  [1, 2000, '0,1%'],
  [2, 435, '0,5%'],
  [19, 2000, '1%'],
  [1, 100_000, '0,1%'],
  [1999, 2000, '99%'],
  [2000, 2000, '100%'],
  [0, 2000, '0%'],
  [0, 0, '–'],
])('%d of %d is %s', (part, whole, text) => expect(percentText(part, whole, 'nl')).toBe(text))

test.each([
  [-3, '0 sec', '0 sec'],
  [45, '45 sec', '45 sec'],
  [59.6, '1 min', '1 min'],
  [1200, '20 min', '20 min'],
  [3600, '1 uur', '1 h'],
  [3900, '1 uur 5 min', '1 h 5 min'],
  [1_908_000, '530 uur', '530 h'],
])('%d seconds last %s', (seconds, nl, en) => {
  expect(durationText(seconds, 'nl')).toBe(nl)
  expect(durationText(seconds, 'en')).toBe(en)
})

test.each([
  [0, '0:00'],
  [7.9, '0:07'],
  [765, '12:45'],
  [3723, '1:02:03'],
])('a clock at %d seconds shows %s', (seconds, text) => expect(clockText(seconds)).toBe(text))
