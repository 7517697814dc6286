import { expect, test } from 'vitest'
import { mostShown, pageOf, type QueueView, queueViews } from '#app/contacts/queue-views.ts'
import { ago, ahead, aRow, me, now, sem } from './a-row.ts'

const who = { accountId: me, now }
const viewsOf = (over: Parameters<typeof aRow>[0]) => {
  const row = aRow(over)
  return queueViews.filter((view) => pageOf([row], who, { view, missed: [] }).rows.length > 0)
}

const cases: [string, Parameters<typeof aRow>[0], QueueView[]][] = [
  ['who waits', { id: 1 }, ['waiting']],
  ['who is with a colleague', { id: 1, state: 'talking', claimedBy: sem, ownerId: sem }, ['taken']],
  ['who is with me', { id: 1, state: 'talking', claimedBy: me, ownerId: me }, ['mine']],
  [
    'what was left there when my screen was gone',
    { id: 1, state: 'talking', ownerId: me },
    ['waiting', 'mine', 'needs-me'],
  ],
  ['what was left there by a colleague', { id: 1, state: 'talking', ownerId: sem }, ['waiting']],
  ['what I must still write up', { id: 1, state: 'wrapping-up', ownerId: me }, ['mine', 'needs-me']],
  ['what was offered to me', { id: 1, state: 'talking', claimedBy: sem, offeredTo: me }, ['mine', 'needs-me', 'taken']],
  [
    'my call-back that is to come',
    { id: 1, state: 'call-back', dueAt: ahead(60), ownerId: me },
    ['mine', 'call-backs'],
  ],
  [
    'my call-back that is due',
    { id: 1, state: 'call-back', dueAt: ago(1), ownerId: me },
    ['mine', 'needs-me', 'call-backs', 'overdue'],
  ],
  [
    'a colleague’s call-back that is due',
    { id: 1, state: 'call-back', dueAt: ago(1), ownerId: sem },
    ['call-backs', 'overdue'],
  ],
  [
    'whoever is to be rung in danger, now',
    { id: 1, state: 'call-back', dueAt: ago(1), ownerId: sem, urgency: 0 },
    ['needs-me', 'call-backs', 'overdue'],
  ],
  [
    'the same while somebody rings them',
    { id: 1, state: 'call-back', dueAt: ago(1), ownerId: sem, urgency: 0, claimedBy: sem },
    ['call-backs', 'overdue', 'taken'],
  ],
  [
    'who hung up and is to be rung back',
    { id: 1, state: 'call-back', dueAt: ahead(60), fellAway: 'abandoned' },
    ['call-backs', 'missed'],
  ],
]

for (const [what, over, views] of cases)
  test(`${what} stands under ${views.join(', ')}`, () => expect(viewsOf(over)).toEqual(views))

test('a missed call that was closed stands among the missed alone, and once', () => {
  const closed = aRow({ id: 1, state: 'closed', fellAway: 'abandoned', phone: null, isHidden: true })
  const open = aRow({ id: 2, state: 'call-back', fellAway: 'abandoned', dueAt: ago(1) })
  const page = pageOf([open], who, { view: 'missed', missed: [closed, open] })
  expect(page.counts).toMatchObject({ missed: 2, overdue: 1, waiting: 0 })
  expect(page.rows).toHaveLength(2)
})

test('the first one first, by their turn and then by id; what I have in hand is told', () => {
  const rows = [
    aRow({ id: 3, waitingSince: ago(10) }),
    aRow({ id: 2, waitingSince: ago(10) }),
    aRow({ id: 9, waitingSince: ago(90) }),
    aRow({ id: 4, state: 'talking', claimedBy: me }),
  ]
  const page = pageOf(rows, who, { view: 'waiting', missed: [] })
  expect(page.rows.map(({ id }) => Number(id.slice(-12)))).toEqual([9, 2, 3])
  expect(page.inHand?.id).toBe(aRow({ id: 4 }).id)
})

test('of two thousand the first are shown and all are counted, quickly', () => {
  const rows = Array.from({ length: 2_000 }, (_, id) => aRow({ id, waitingSince: ago((id * 7919) % 2_000) }))
  const started = performance.now()
  const page = pageOf(rows, who, { view: 'waiting', missed: [] })
  expect(performance.now() - started).toBeLessThan(200)
  expect(page.rows).toHaveLength(mostShown)
  expect(page.counts.waiting).toBe(2_000)
  expect(page.rows.map(({ turnAt }) => turnAt)).toEqual(
    rows
      .map(({ turnAt }) => turnAt)
      .toSorted()
      .slice(0, mostShown),
  )
})
