import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Hours, LineSwitch } from '#app/lines/line.ts'
import { overlap } from '#app/lines/line.ts'
import { whatHolds } from '#app/lines/what-holds.ts'
import { instantAt } from '#app/time/clock.ts'

const zone = 'Europe/Amsterdam'
const [own, night, other] = [1, 2, 3]
const weekdays = ['1', '2', '3', '4', '5']
const open = (days: string[], opens: string, closes: string, deskId: number): Hours[] =>
  days.map((day) => ({ day, opens, closes, deskId }))
const closed = (day: string): Hours => ({ day, opens: null, closes: null, deskId: null })

/** By day the own team, in the evening and at night the desk, which also has weekends and holidays. */
const office: Hours[] = [
  ...open(weekdays, '08:00', '12:30', own),
  ...open(weekdays, '12:30', '17:00', own),
  ...open(weekdays, '17:00', '08:00', night),
  ...open(['6', '7', 'holiday'], '08:00', '08:00', night),
]

const at = (date: string, time: string) => instantAt(zone, date, time)
const holds = (hours: Hours[], date: string, time: string, switches: LineSwitch[] = []) =>
  whatHolds({ hours, switches }, zone, at(date, time))

test.each([
  ['a working morning', '2026-12-01', '09:00', own, '2026-12-01', '12:30', ['weekday']],
  ['the minute it changes hands', '2026-12-01', '17:00', night, '2026-12-02', '08:00', ['weekday']],
  [
    'after midnight, from the day before',
    '2026-12-02',
    '03:00',
    night,
    '2026-12-02',
    '08:00',
    ['from-day-before', 'weekday'],
  ],
  ['on a Saturday', '2026-12-05', '15:00', night, '2026-12-06', '08:00', ['weekday']],
  [
    'the night of Friday, still the hours of Friday',
    '2026-12-05',
    '07:59',
    night,
    '2026-12-05',
    '08:00',
    ['from-day-before', 'weekday'],
  ],
  [
    'on Second Christmas Day, at three in the morning of the day after',
    '2026-12-27',
    '03:00',
    night,
    '2026-12-27',
    '08:00',
    ['from-day-before', 'holiday'],
  ],
  ['on Christmas Day at noon', '2026-12-25', '12:00', night, '2026-12-26', '08:00', ['holiday']],
  [
    'on King’s Day that was moved to the Saturday before',
    '2025-04-26',
    '12:00',
    night,
    '2025-04-27',
    '08:00',
    ['holiday'],
  ],
  ['on a Monday 27 April, King’s Day', '2026-04-27', '12:00', night, '2026-04-28', '08:00', ['holiday']],
  ['on Easter Monday', '2026-04-06', '10:00', night, '2026-04-07', '08:00', ['holiday']],
  ['on Ascension Day', '2026-05-14', '10:00', night, '2026-05-15', '08:00', ['holiday']],
])('%s', (_what, date, time, desk, untilDate, untilTime, because) => {
  const answer = holds(office, date, time)
  expect([answer.state, answer.deskId, answer.until]).toEqual(['open', desk, at(untilDate, untilTime)])
  expect(answer.because.map(({ code }) => code)).toEqual(because)
})

test('the hour that is skipped and the hour that comes twice are counted as they last', () => {
  // 29 March 2026: 02:00 becomes 03:00; the night of the 28th lasts 23 hours of the round clock.
  const spring = whatHolds({ hours: office, switches: [] }, zone, new Date('2026-03-29T00:59:59Z'))
  expect([spring.deskId, spring.until]).toEqual([night, new Date('2026-03-29T06:00:00Z')])
  // 25 October 2026: 03:00 becomes 02:00.
  const autumn = [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')].map(
    (moment) => whatHolds({ hours: office, switches: [] }, zone, moment).until,
  )
  expect(autumn).toEqual([new Date('2026-10-25T07:00:00Z'), new Date('2026-10-25T07:00:00Z')])
  const inTheHour = whatHolds(
    { hours: open(['7'], '02:15', '02:45', own), switches: [] },
    zone,
    new Date('2026-10-25T00:20:00Z'),
  )
  expect([inTheHour.state, inTheHour.until]).toEqual(['open', new Date('2026-10-25T00:45:00Z')])
})

test('an own day goes before a holiday and a weekday, whole, but the night before goes on', () => {
  const withOwnDay = [...office, closed('2026-12-24'), ...open(['2026-12-25'], '10:00', '12:00', other)]
  expect(holds(withOwnDay, '2026-12-24', '07:00')).toMatchObject({ state: 'open', deskId: night })
  expect(holds(withOwnDay, '2026-12-24', '09:00')).toMatchObject({
    state: 'closed',
    until: at('2026-12-25', '10:00'),
    because: [{ code: 'own-day' }],
  })
  expect(holds(withOwnDay, '2026-12-25', '11:00')).toMatchObject({ deskId: other, because: [{ code: 'own-day' }] })
})

test('without hours nothing is known, and that is said; with hours and none today it is closed until the next', () => {
  expect(holds([], '2026-12-27', '03:00')).toEqual({
    state: 'unknown',
    deskId: null,
    until: null,
    because: [{ code: 'no-hours' }],
  })
  expect(holds(open(['1'], '09:00', '17:00', own), '2026-12-02', '12:00')).toMatchObject({
    state: 'closed',
    until: at('2026-12-07', '09:00'),
  })
})

test('what was switched by hand goes before the hours, the last switch first, for as long as it holds', () => {
  const from = at('2026-12-01', '10:00')
  const until = at('2026-12-01', '11:00')
  const switched = (kind: LineSwitch['kind'], deskId: number | null = null): LineSwitch => ({
    kind,
    from,
    until,
    deskId,
  })
  const during = (switches: LineSwitch[]) => holds(office, '2026-12-01', '10:30', switches)
  expect(during([switched('closed')])).toMatchObject({
    state: 'closed',
    deskId: null,
    until,
    because: [{ code: 'closed-by-hand' }, { code: 'weekday' }],
  })
  expect(during([switched('outage')])).toMatchObject({ state: 'open', deskId: own, because: [{ code: 'outage' }, {}] })
  expect(during([switched('redirected', other)])).toMatchObject({ state: 'open', deskId: other, until })
  expect(holds([], '2026-12-01', '10:30', [switched('redirected', other)])).toMatchObject({
    state: 'open',
    deskId: other,
  })
  const later = { ...switched('redirected', other), from: at('2026-12-01', '10:15') }
  expect(during([later, switched('closed')])).toMatchObject({ state: 'open', deskId: other })
  expect(holds(office, '2026-12-01', '11:00', [switched('closed')])).toMatchObject({ state: 'open', deskId: own })
  expect(holds(office, '2026-12-01', '09:00', [switched('closed')]).until).toEqual(from)
})

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
const anyHours = fc
  .array(
    fc.record({
      day: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', 'holiday', '2026-03-29', '2026-10-25'),
      opens: time,
      closes: time,
      deskId: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => rows.filter((row, index) => !rows.slice(0, index).some((before) => overlap(before, row))))

test('whatever the hours: at every moment something holds, and it holds until the moment it says', () => {
  fc.assert(
    fc.property(
      anyHours,
      fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
      (hours, moment) => {
        const now = whatHolds({ hours, switches: [] }, zone, moment)
        if (!now.until) return
        expect(now.until.getTime()).toBeGreaterThan(moment.getTime())
        const middle = new Date((moment.getTime() + now.until.getTime()) / 2)
        const last = new Date(now.until.getTime() - 1)
        for (const between of [middle, last])
          expect(whatHolds({ hours, switches: [] }, zone, between)).toMatchObject({
            state: now.state,
            deskId: now.deskId,
          })
      },
    ),
    { numRuns: 500 },
  )
})

test('the same hours on two days do not overlap, nor what touches', () => {
  const [day, evening] = [open(['1'], '08:00', '17:00', own)[0], open(['1'], '17:00', '08:00', night)[0]]
  const late = open(['1'], '16:59', '18:00', other)[0]
  if (!day || day.opens === null || !evening || evening.opens === null || !late || late.opens === null)
    throw new Error()
  expect([
    overlap(day, evening),
    overlap(day, late),
    overlap(evening, late),
    overlap(day, { ...day, day: '2' }),
  ]).toEqual([false, true, true, false])
})
