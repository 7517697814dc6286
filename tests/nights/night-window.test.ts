import { expect, test } from 'vitest'
import { officeDayOn } from '#app/corporations/office-day.ts'
import { type OfficeHours, usualOfficeHours } from '#app/corporations/office-hours.ts'
import { type Night, nightAfter, nightBefore, nightOfDate, nightWindow } from '#app/nights/night-window.ts'
import { addDays, dateIn, instantAt, timeIn } from '#app/time/clock.ts'

const amsterdam = 'Europe/Amsterdam'
const day = { opens: '08:00', closes: '17:00' }
const everyDay: OfficeHours = {
  week: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day },
  closedOn: [],
}
const from22: OfficeHours = {
  ...everyDay,
  week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((key) => [key, { opens: '08:00', closes: '22:00' }])),
}
const hour = 3_600_000
const lengthOf = ({ from, until }: Night) => (until.getTime() - from.getTime()) / hour
const read = (zone: string, { from, until }: Night) =>
  [from, until].map((at) => `${dateIn(zone, at)} ${timeIn(zone, at)}`)
const nightAt = (date: string, time: string, hours = usualOfficeHours) =>
  read(amsterdam, nightWindow(hours, amsterdam, instantAt(amsterdam, date, time)))

test.each([
  ['at three on a Wednesday', '2026-12-02', '03:00', '2026-12-01 17:00', '2026-12-02 08:00'],
  ['at the closing it begins', '2026-12-01', '17:00', '2026-12-01 17:00', '2026-12-02 08:00'],
  ['at the opening it is over, and is still the last', '2026-12-02', '08:00', '2026-12-01 17:00', '2026-12-02 08:00'],
  ['while the office is open, the last one', '2026-12-02', '16:59', '2026-12-01 17:00', '2026-12-02 08:00'],
  ['a weekend is one', '2026-12-06', '12:00', '2026-12-04 17:00', '2026-12-07 08:00'],
  ['Christmas with the weekend after it', '2026-12-26', '12:00', '2026-12-24 17:00', '2026-12-28 08:00'],
  ['King’s Day on a Sunday is kept on Saturday', '2025-04-26', '12:00', '2025-04-25 17:00', '2025-04-28 08:00'],
  ['Easter', '2027-03-28', '12:00', '2027-03-26 17:00', '2027-03-30 08:00'],
])('%s', (_, date, time, from, until) => {
  expect(nightAt(date, time)).toEqual([from, until])
})

test('a day on which the office says it is closed belongs to the night around it', () => {
  const bridge = { ...usualOfficeHours, closedOn: ['2026-05-15'] }
  expect(nightAt('2026-05-15', '12:00', bridge)).toEqual(['2026-05-13 17:00', '2026-05-18 08:00'])
  expect(nightAt('2026-05-15', '12:00')).toEqual(['2026-05-13 17:00', '2026-05-15 08:00'])
})

test('a Friday afternoon that ends early begins the night early', () => {
  const hours = { ...usualOfficeHours, week: { ...usualOfficeHours.week, 5: { opens: '08:30', closes: '12:00' } } }
  expect(nightAt('2026-12-04', '12:30', hours)).toEqual(['2026-12-04 12:00', '2026-12-07 08:00'])
})

test('a night is an hour shorter when the clock goes on and an hour longer when it goes back', () => {
  const night = (date: string) => lengthOf(nightOfDate(from22, amsterdam, date))
  expect([night('2026-03-27'), night('2026-03-28'), night('2026-10-24'), night('2026-10-25')]).toEqual([10, 9, 11, 10])
})

test('an office that opens in the hour that the clock skips opens when that hour is over', () => {
  const early: OfficeHours = { week: { 6: day, 7: { opens: '02:30', closes: '06:00' } }, closedOn: [] }
  const night = nightOfDate(early, amsterdam, '2028-03-25')
  expect(night.until.toISOString()).toBe('2028-03-26T01:30:00.000Z')
})

const zones = [amsterdam, 'America/New_York', 'Australia/Lord_Howe'] as const
const offices: OfficeHours[] = [
  usualOfficeHours,
  from22,
  { week: { 1: day, 4: { opens: '00:15', closes: '23:45' } }, closedOn: ['2027-01-04', '2027-01-07'] },
]
const cases = zones.flatMap((zone) => offices.map((hours, index) => ({ zone, hours, index })))

function nightsOfTwoYears(hours: OfficeHours, zone: string): Night[] {
  const nights = [nightOfDate(hours, zone, '2025-12-20')]
  for (let [night] = nights; night && dateIn(zone, night.from) < '2028-01-05'; ) {
    night = nightAfter(hours, zone, night)
    nights.push(night)
  }
  return nights
}

test.each(cases)(
  'two years in $zone, office $index: between two nights the office is open, and nothing else',
  (given) => {
    const { zone, hours } = given
    const nights = nightsOfTwoYears(hours, zone)
    expect(nights.length).toBeGreaterThan(190)
    for (const [index, night] of nights.entries()) {
      const next = nights[index + 1]
      if (!next) break
      const open = officeDayOn(hours, zone, dateIn(zone, night.until))
      expect([open?.opens, open?.closes]).toEqual([night.until, next.from])
      expect(night.from < night.until).toBe(true)
      expect(nightBefore(hours, zone, next)).toEqual(night)
      expect(nightOfDate(hours, zone, dateIn(zone, night.from))).toEqual(night)
    }
  },
)

test.each(cases)(
  'two years in $zone, office $index: every moment has one night, through hours that come twice',
  (given) => {
    const { zone, hours } = given
    const nights = nightsOfTwoYears(hours, zone)
    const ends = [instantAt(zone, '2026-01-01', '00:00'), instantAt(zone, '2027-12-31', '00:00')].map(Number)
    let current = 0
    const wrong: string[] = []
    for (let at = ends[0] as number; at < (ends[1] as number); ) {
      while ((nights[current + 1]?.from.getTime() ?? Infinity) <= at) current++
      const found = nightWindow(hours, zone, new Date(at))
      const night = nights[current] as Night
      if (Number(found.from) !== Number(night.from) || Number(found.until) !== Number(night.until))
        wrong.push(new Date(at).toISOString())
      // Closely where the clock changes in any of the zones, further apart where nothing happens.
      const isNearChange = /-(03|04|10|11)-/.test(new Date(at).toISOString()) && new Date(at).getUTCDay() % 6 === 0
      at += isNearChange ? hour / 3 : 7 * hour + 60_000
    }
    expect(wrong).toEqual([])
  },
)

test('each night begins at the closing and ends at the opening that the office says, on the clock of that day', () => {
  for (let date = '2026-01-01'; date < '2028-01-01'; date = addDays(date, 1)) {
    const night = nightOfDate(from22, amsterdam, date)
    if (dateIn(amsterdam, night.from) !== date) continue
    expect([timeIn(amsterdam, night.from), timeIn(amsterdam, night.until)]).toEqual(['22:00', '08:00'])
    const days = Math.round(lengthOf(night) / 24 + 0.5) - 1
    expect([9, 10, 11]).toContain(lengthOf(night) - days * 24)
  }
})
