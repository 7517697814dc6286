import { expect, test } from 'vitest'
import type { Hours, LineKind } from '#app/lines/line.ts'
import { type OfferedPart, partsAhead, promiseOf } from '#app/requests/promise.ts'
import { instantAt } from '#app/time/clock.ts'

const zone = 'Europe/Amsterdam'
const [office, night] = [1, 2]
const weekdays = ['1', '2', '3', '4', '5']
const open = (days: string[], opens: string, closes: string, deskId: number): Hours[] =>
  days.map((day) => ({ day, opens, closes, deskId }))
const officeHours = open(weekdays, '08:00', '17:00', office)
const always = [
  ...officeHours,
  ...open(weekdays, '17:00', '08:00', night),
  ...open(['6', '7'], '08:00', '08:00', night),
]

const line = (hours: Hours[], kind: LineKind = 'urgent-repairs') => ({ hours, switches: [], kind })
/** Monday 30 November 2026 and the days after. */
const on = (day: number, time: string) => instantAt(zone, `2026-12-0${day}`, time)
const promised = (
  hours: Hours[],
  now: Date,
  { wish = 'now', kind, notBefore }: { wish?: string; kind?: LineKind; notBefore?: Date } = {},
) => promiseOf(line(hours, kind), wish, { zone, now, notBefore })

test.each<[LineKind, string]>([
  ['urgent-repairs', '10:35'],
  ['general', '11:05'],
  ['chat', '12:05'],
])('while a %s line is answered somebody is rung at their turn, before a time that people say', (kind, before) => {
  expect(promised(officeHours, on(2, '10:01'), { kind })).toEqual({
    deskId: office,
    dueAt: null,
    promisedAt: on(2, before),
  })
})

test('closed: at the next opening, by whoever answers then', () => {
  expect(promised(officeHours, on(4, '21:00'))).toEqual({
    deskId: office,
    dueAt: instantAt(zone, '2026-12-07', '08:00'),
    promisedAt: instantAt(zone, '2026-12-07', '08:30'),
  })
})

test('shortly before another takes over it is theirs, from that moment', () => {
  expect(promised(always, on(2, '16:45'))).toEqual({ deskId: night, dueAt: on(2, '17:00'), promisedAt: on(2, '17:30') })
  expect(promised(always, on(2, '16:29'))).toEqual({ deskId: office, dueAt: null, promisedAt: on(2, '17:00') })
})

test('shortly before closing it is before closing, and with hardly any time left at the next opening', () => {
  expect(promised(officeHours, on(2, '16:40'))).toEqual({ deskId: office, dueAt: null, promisedAt: on(2, '17:00') })
  expect(promised(officeHours, on(2, '16:50'))).toEqual({
    deskId: office,
    dueAt: on(3, '08:00'),
    promisedAt: on(3, '08:30'),
  })
})

test('one desk that answers on is no closing', () => {
  const halves = [...open(weekdays, '08:00', '12:00', office), ...open(weekdays, '12:00', '17:00', office)]
  expect(promised(halves, on(2, '11:50'))).toEqual({ deskId: office, dueAt: null, promisedAt: on(2, '12:20') })
})

test('without hours, or closed by hand for good, nothing is promised', () => {
  expect(promised([], on(2, '10:00'))).toEqual({ deskId: null, dueAt: null, promisedAt: null })
  const shut = {
    ...line(officeHours),
    switches: [{ kind: 'closed' as const, from: on(1, '08:00'), until: null, deskId: null }],
  }
  expect(promiseOf(shut, 'now', { zone, now: on(2, '10:00') })).toEqual({ deskId: null, dueAt: null, promisedAt: null })
  expect(partsAhead(shut, { zone, now: on(2, '10:00') })).toEqual([])
})

test('too busy: from a later moment, and never sooner than that', () => {
  expect(promised(officeHours, on(2, '10:00'), { notBefore: on(2, '11:00') })).toEqual({
    deskId: office,
    dueAt: on(2, '11:00'),
    promisedAt: on(2, '11:30'),
  })
})

const said = ({ wish, from, until }: OfferedPart) =>
  `${wish} ${from.toISOString().slice(11, 16)}–${until.toISOString().slice(11, 16)}`

test('parts of the day are those in which the line is answered, the next four that have not begun, in its own zone', () => {
  expect(partsAhead(line(officeHours), { zone, now: on(3, '11:45') }).map(said)).toEqual([
    '2026-12-03/afternoon 11:00–16:00',
    '2026-12-04/morning 07:00–11:00',
    '2026-12-04/afternoon 11:00–16:00',
    '2026-12-07/morning 07:00–11:00',
  ])
})

test('what was offered is promised: from its beginning, before its end, by who answers then', () => {
  for (const now of [on(2, '07:00'), on(4, '16:59'), instantAt(zone, '2027-03-27', '23:00')])
    for (const part of partsAhead(line(always), { zone, now })) {
      expect(promised(always, now, { wish: part.wish })).toEqual({
        deskId: part.deskId,
        dueAt: part.from,
        promisedAt: part.until,
      })
      expect(part.from >= now && part.until > part.from).toBe(true)
    }
})

test.each(['2026-12-01/morning', '2026-12-02/night', 'x', '2099-01-01/morning'])('%s cannot be asked for', (wish) => {
  expect(promised(officeHours, on(2, '13:00'), { wish })).toBeNull()
})
