import { expect, test } from 'vitest'
import { tones } from '#app/contacts/call-sound.ts'
import { urgencies } from '#app/contacts/contact.ts'
import { isNobodyFree, presenceOf, titleWith, waitingCall } from '#app/contacts/waiting-call.ts'
import { ago, ahead, aRow, me, now, sem } from './a-row.ts'

const who = { accountId: me, now }

test('who waits: how many, the most urgent of them, and since when the first', () => {
  const rows = [
    aRow({ id: 1, urgency: 2, waitingSince: ago(42) }),
    aRow({ id: 2, urgency: 0, waitingSince: ago(3) }),
    aRow({ id: 3, urgency: 0, state: 'talking', claimedBy: sem, waitingSince: ago(900) }),
    aRow({ id: 4, state: 'call-back', dueAt: ago(10), ownerId: sem }),
    aRow({ id: 5, state: 'call-back', dueAt: ahead(10), ownerId: me }),
  ]
  expect(waitingCall(rows, who)).toEqual({ count: 2, urgency: urgencies.danger, since: now - 42_000 })
  expect(waitingCall([], who)).toEqual({ count: 0, urgency: null, since: null })
})

test('a call-back of one’s own that is due calls too', () => {
  const rows = [aRow({ id: 4, state: 'call-back', dueAt: ago(10), ownerId: me })]
  expect(waitingCall(rows, who)).toMatchObject({ count: 1, since: now - 10_000 })
})

test('the title says how many and how long, and nothing of before', () => {
  const call = waitingCall([aRow({ id: 1 })], who)
  expect(titleWith('Wachtrij · Rondbel', call, '0:42')).toBe('(1) 0:42 Wachtrij · Rondbel')
  expect(titleWith('(3) 1:02:59 Wachtrij · Rondbel', call, '0:43')).toBe('(1) 0:43 Wachtrij · Rondbel')
  expect(titleWith('(3) 0:42 Wachtrij · Rondbel', waitingCall([], who), '0:00')).toBe('Wachtrij · Rondbel')
})

test('nobody is free while somebody waits', () => {
  const operator = { accountId: sem, name: 'Sem', presence: 'free', since: ago(1) } as const
  const rows = [aRow({ id: 1 })]
  const toRing = aRow({ id: 2, state: 'call-back', dueAt: ago(10), ownerId: me })
  expect(isNobodyFree(rows, [{ ...operator, presence: 'in-call' }])).toBe(true)
  expect(isNobodyFree(rows, [operator])).toBe(false)
  expect(isNobodyFree([toRing], [])).toBe(false)
  expect(isNobodyFree([], [])).toBe(false)
  expect([presenceOf([operator], sem), presenceOf([operator], me)]).toEqual(['free', 'off'])
})

test('the more urgent, the sooner it sounds again, and no two sound alike', () => {
  const all = [urgencies.danger, urgencies.urgent, urgencies.general, urgencies.chat].map((urgency) => tones[urgency])
  const every = all.map(({ everyMs }) => everyMs)
  expect(every).toEqual(every.toSorted((one, other) => one - other))
  expect(new Set(all.map(({ hertz, beatMs }) => `${hertz}/${beatMs}`)).size).toBe(4)
  for (const { hertz, beatMs, everyMs } of all) expect(hertz.length * beatMs).toBeLessThan(everyMs)
})
