import { expect, test } from 'vitest'
import { type CountedLine, type WallLine, wallLines, wallNow, wallPage } from '#app/wallboard/wall-lines.ts'
import { ago, ahead, aRow, now } from '#tests/contacts/a-row.ts'

const counted = (lineId: string, counts: Partial<CountedLine['counts']> = {}): CountedLine => ({
  lineId,
  corporation: `Corporatie ${lineId}`,
  line: 'Spoedreparatie',
  counts: { contacts: 0, ended: 0, missed: 0, 'answered-in-time': 0, ...counts },
})

test('who waits, the longest of them, and who should have been rung back by now', () => {
  const rows = [
    aRow({ id: 1, waitingSince: ago(20) }),
    aRow({ id: 2, waitingSince: ago(95) }),
    aRow({ id: 3, state: 'talking', waitingSince: ago(600) }),
    aRow({ id: 4, state: 'call-back', dueAt: ago(1) }),
    aRow({ id: 5, state: 'call-back', dueAt: ahead(1) }),
  ]
  expect(wallNow(rows, now)).toEqual({ waiting: 2, longestMs: 95_000, overdue: 1 })
  expect(wallNow([], now)).toEqual({ waiting: 0, longestMs: null, overdue: 0 })
})

test('the worst line first: whoever waits longest, then overdue, then missed; the quiet ones apart, by name', () => {
  const lines = [
    counted('q2'),
    counted('quiet'),
    counted('calls', { contacts: 3, ended: 3, 'answered-in-time': 3 }),
    counted('missed', { contacts: 2, ended: 2, missed: 2 }),
    counted('late', { contacts: 1 }),
    counted('waits', { contacts: 1 }),
    counted('waits-longer', { contacts: 1 }),
  ]
  const rows = [
    aRow({ id: 1, lineId: 'waits', waitingSince: ago(5) }),
    aRow({ id: 2, lineId: 'waits-longer', waitingSince: ago(50) }),
    aRow({ id: 3, lineId: 'late', state: 'call-back', dueAt: ago(60) }),
  ]
  const { busy, quiet } = wallLines(lines, rows, now)
  expect(busy.map(({ lineId }) => lineId)).toEqual(['waits-longer', 'waits', 'late', 'missed', 'calls'])
  expect(quiet.map(({ lineId }) => lineId)).toEqual(['q2', 'quiet'])
})

test('a line that was not counted yet is there as soon as somebody waits on it', () => {
  const { busy } = wallLines([], [aRow({ id: 1, lineId: 'new', waitingSince: ago(3) })], now)
  expect(busy).toMatchObject([
    { lineId: 'new', corporation: 'Woonstichting De Linde', line: 'Spoedreparatie', waiting: 1, longestMs: 3_000 },
  ])
})

const many = (count: number, waiting: number) =>
  Array.from({ length: count }, (_, index): WallLine => {
    const waits = index < waiting
    return { ...counted(String(index)), waiting: waits ? 1 : 0, longestMs: waits ? 1 : null, overdue: 0 }
  })

test.each([
  { count: 150, waiting: 0, size: 9 },
  { count: 150, waiting: 3, size: 9 },
  { count: 150, waiting: 150, size: 9 },
  { count: 10, waiting: 1, size: 9 },
  { count: 9, waiting: 2, size: 9 },
])(
  '$count lines of which $waiting wait: each has its turn in $size rows, who waits stays',
  ({ count, waiting, size }) => {
    const lines = many(count, waiting)
    const { pages } = wallPage(lines, { turn: 0, size })
    const turns = Array.from({ length: pages }, (_, turn) => wallPage(lines, { turn, size }))
    for (const { shown } of turns) {
      expect(shown.length).toBeLessThanOrEqual(size)
      expect(shown.slice(0, Math.min(waiting, 4))).toEqual(lines.slice(0, Math.min(waiting, 4)))
      expect(new Set(shown).size).toBe(shown.length)
    }
    expect(new Set(turns.flatMap(({ shown }) => shown)).size).toBe(count)
    expect(turns.map(({ page }) => page)).toEqual(turns.map((_, index) => index))
  },
)

test('turning goes round both ways, and where all fit nothing turns', () => {
  const lines = many(20, 0)
  expect(wallPage(lines, { turn: -1, size: 9 }).page).toBe(2)
  expect(wallPage(lines, { turn: 3, size: 9 }).page).toBe(0)
  expect(wallPage(lines, { turn: 7, size: Number.POSITIVE_INFINITY })).toMatchObject({ page: 0, pages: 1 })
})
