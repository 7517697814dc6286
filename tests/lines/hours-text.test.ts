import { expect, test } from 'vitest'
import { hoursText } from '#app/lines/hours-text.ts'
import type { Hours } from '#app/lines/line.ts'
import { nl } from '#app/lines/words.nl.ts'

const [desk, other] = [1, 2]
const open = (days: string[], opens: string, closes: string, deskId = desk): Hours[] =>
  days.map((day) => ({ day, opens, closes, deskId }))
const workDays = ['1', '2', '3', '4', '5']

test.each<[string, Hours[]]>([
  [
    'ma–vr 17:00–08:00, za–zo en feestdagen hele dag',
    [
      ...open(['6', '7', 'holiday'], '08:00', '08:00'),
      ...open(workDays, '17:00', '08:00'),
      ...open(workDays, '08:00', '17:00', other),
    ],
  ],
  ['ma, wo en vr–za 09:00–17:00', open(['6', '5', '3', '1'], '09:00', '17:00')],
  ['zo 10:00–12:00', open(['7'], '10:00', '12:00')],
  [
    'ma–di 08:00–12:30, ma–di 13:00–17:00',
    [...open(['1', '2'], '08:00', '12:30'), ...open(['1', '2'], '13:00', '17:00')],
  ],
  ['feestdagen en 31-12-2026 12:00–24:00', open(['2026-12-31', '2026-01-01', 'holiday'], '12:00', '24:00')],
  ['', [...open(['1'], '08:00', '17:00', other), { day: '2', opens: null, closes: null, deskId: null }]],
])('%s', (text, hours) => {
  expect(hoursText(hours, desk, { today: '2026-11-27', words: nl })).toBe(text)
})
